-- AlterTable
ALTER TABLE "set_aside" ADD COLUMN     "signatures" JSONB NOT NULL DEFAULT '[]';
