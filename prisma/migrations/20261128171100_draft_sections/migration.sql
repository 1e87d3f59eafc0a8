-- CreateEnum
CREATE TYPE "DraftSection" AS ENUM ('BASICS', 'AUDIENCE', 'AGENDA', 'CHECK_IN', 'NOTICES');

-- CreateTable
CREATE TABLE "activity_draft_sections" (
    "activity_id" UUID NOT NULL,
    "section" "DraftSection" NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_draft_sections_pkey" PRIMARY KEY ("activity_id","section")
);

-- AddForeignKey
ALTER TABLE "activity_draft_sections" ADD CONSTRAINT "activity_draft_sections_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;
