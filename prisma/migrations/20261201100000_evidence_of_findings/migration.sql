-- What is shown for a finding: by the inspecting side of what it found, by the inspected member of what it mended.
CREATE TYPE "FindingSide" AS ENUM ('FOUND', 'MENDED');

CREATE TABLE "inspection_finding_files" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "side" "FindingSide" NOT NULL,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inspection_finding_files_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "inspection_finding_files_finding_id_idx" ON "inspection_finding_files"("finding_id");
CREATE INDEX "inspection_finding_files_file_id_idx" ON "inspection_finding_files"("file_id");
ALTER TABLE "inspection_finding_files" ADD CONSTRAINT "inspection_finding_files_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "inspection_findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_finding_files" ADD CONSTRAINT "inspection_finding_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
