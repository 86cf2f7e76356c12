-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "number" SERIAL NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "live_session_number_key" ON "live_session"("number");
