-- A correction names the version it read, so that the second of two sees the conflict; and a mark of the device shows
-- when one phone checked in several people.
ALTER TABLE "attendances"
  ADD COLUMN "device_mark" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
