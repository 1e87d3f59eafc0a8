-- A file that was removed from an activity can be put back: the row stays, with the instant of its removal.
ALTER TABLE "activity_files" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
