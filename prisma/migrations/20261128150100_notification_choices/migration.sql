-- CreateEnum
CREATE TYPE "NotificationGroup" AS ENUM ('INVITATIONS', 'REMINDERS', 'RESULTS', 'ANNOUNCEMENTS');

-- CreateEnum
CREATE TYPE "NotificationWay" AS ENUM ('MAIL', 'DIGEST', 'PORTAL');

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN "digest_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "outbox_messages" ADD COLUMN "can_wait" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "notification_id" UUID;

-- CreateTable
CREATE TABLE "notification_choices" (
    "user_id" UUID NOT NULL,
    "group" "NotificationGroup" NOT NULL,
    "way" "NotificationWay" NOT NULL,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("user_id","group")
);

-- CreateTable
CREATE TABLE "notification_digests" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_digests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_digests_user_id_day_key" ON "notification_digests"("user_id", "day");

-- CreateIndex
CREATE INDEX "outbox_messages_notification_id_idx" ON "outbox_messages"("notification_id");

-- What waits for a digest is little among all that was ever told.
CREATE INDEX "notifications_for_digest" ON "notifications" ("digest_at") WHERE "digest_at" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_digests" ADD CONSTRAINT "notification_digests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
