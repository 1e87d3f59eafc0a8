-- What people thought of an activity.
CREATE TABLE "activity_feedback" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "content" INTEGER NOT NULL,
  "organization" INTEGER NOT NULL,
  "gain" INTEGER NOT NULL,
  "remark" TEXT NOT NULL DEFAULT '',
  "given_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3),
  CONSTRAINT "activity_feedback_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "activity_feedback_activity_id_user_id_key" ON "activity_feedback"("activity_id", "user_id");
CREATE INDEX "activity_feedback_user_id_idx" ON "activity_feedback"("user_id");
ALTER TABLE "activity_feedback" ADD CONSTRAINT "activity_feedback_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity_feedback" ADD CONSTRAINT "activity_feedback_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity_feedback" ADD CONSTRAINT "activity_feedback_scores" CHECK (
  "content" BETWEEN 1 AND 5 AND "organization" BETWEEN 1 AND 5 AND "gain" BETWEEN 1 AND 5
);
