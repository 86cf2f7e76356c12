-- CreateTable
CREATE TABLE "workshop" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" JSON NOT NULL,
    "design" JSONB NOT NULL,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_session" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "rehearsal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "session_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("session_id","seq")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "session_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" TEXT,
    "command_hashes" BYTEA NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("session_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "workshop_slug_key" ON "workshop"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "live_session_code_key" ON "live_session"("code");

-- CreateIndex
CREATE INDEX "live_session_workshop_id_idx" ON "live_session"("workshop_id");

-- CreateIndex
CREATE INDEX "event_session_id_command_id_idx" ON "event"("session_id", "command_id");

-- AddForeignKey
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
