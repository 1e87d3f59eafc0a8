-- AlterTable
ALTER TABLE "activities" ADD COLUMN "moved_at" TIMESTAMPTZ(3);

-- CreateEnum
CREATE TYPE "ReminderStep" AS ENUM ('DAYS_7', 'DAY_1', 'HOURS_2');

-- CreateTable
CREATE TABLE "activity_reminders" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "step" "ReminderStep" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_reminders_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_reminders_user_id_idx" ON "activity_reminders"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_reminders_activity_id_user_id_step_starts_at_key" ON "activity_reminders"("activity_id", "user_id", "step", "starts_at");

-- AddForeignKey
ALTER TABLE "activity_reminders" ADD CONSTRAINT "activity_reminders_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_reminders" ADD CONSTRAINT "activity_reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
