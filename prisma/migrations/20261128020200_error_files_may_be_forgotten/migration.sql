-- A workbook with marked errors goes when its days are over; its import says so from then on.
ALTER TABLE "imports" ADD COLUMN "error_file_removed_at" TIMESTAMPTZ(3);
