-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "imported_at" TIMESTAMPTZ(3),
ADD COLUMN     "signatures" JSON;

-- CreateTable
CREATE TABLE "import_begun" (
    "session_id" UUID NOT NULL,
    "closing_hash" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_begun_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "set_aside" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "closing_hash" TEXT NOT NULL,
    "facts" INTEGER NOT NULL,
    "replaced_by" TEXT NOT NULL,
    "set_aside_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "set_aside_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_key" (
    "id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed_seed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "server_key_public_key_key" ON "server_key"("public_key");

-- Logs without a session: imports that were cut off before this table was. They stay free to be brought in again.
INSERT INTO "import_begun" ("session_id", "closing_hash")
SELECT e."session_id", '' FROM "event" e
WHERE e."seq" = 1 AND NOT EXISTS (SELECT 1 FROM "live_session" s WHERE s."id" = e."session_id");

-- Sessions that came in before this column was: of an imported workshop, and made at the very millisecond of their first fact.
UPDATE "live_session" s SET "imported_at" = s."created_at"
FROM "workshop" w, "event" e
WHERE w."id" = s."workshop_id" AND w."slug" LIKE 'imported-%' AND e."session_id" = s."id" AND e."seq" = 1
  AND round(extract(epoch FROM s."created_at") * 1000) = (substring(e."body" FROM '"at":([0-9]+)'))::numeric;
