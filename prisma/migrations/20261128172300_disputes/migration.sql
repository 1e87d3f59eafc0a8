-- An enterprise may dispute its attendance of a closed activity, one dispute at a time.
CREATE TYPE "DisputeState" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED');

CREATE TABLE "disputes" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "DisputeState" NOT NULL DEFAULT 'OPEN',
    "filed_by_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "disputes_activity_id_state_idx" ON "disputes"("activity_id", "state");
CREATE INDEX "disputes_enterprise_id_idx" ON "disputes"("enterprise_id");
CREATE INDEX "disputes_user_id_idx" ON "disputes"("user_id");
CREATE INDEX "disputes_filed_by_id_idx" ON "disputes"("filed_by_id");
CREATE INDEX "disputes_answered_by_id_idx" ON "disputes"("answered_by_id");

ALTER TABLE "disputes" ADD CONSTRAINT "disputes_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_filed_by_id_fkey" FOREIGN KEY ("filed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX disputes_one_open ON disputes (activity_id, enterprise_id) WHERE state = 'OPEN';
ALTER TABLE "disputes" ADD CONSTRAINT disputes_answered
  CHECK ((state = 'OPEN') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by_id IS NULL));
