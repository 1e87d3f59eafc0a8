-- Invitations, reminders, changes and cancellations carry the entry of the reader's calendar.
ALTER TABLE "outbox_messages" ADD COLUMN "calendar" TEXT NOT NULL DEFAULT '';
