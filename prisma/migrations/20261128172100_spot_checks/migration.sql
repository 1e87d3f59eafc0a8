-- A second code in the middle of an activity; one at a time, and each person answers once.
CREATE TABLE "spot_checks" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID NOT NULL,

    CONSTRAINT "spot_checks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "spot_answers" (
    "spot_check_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spot_answers_pkey" PRIMARY KEY ("spot_check_id","user_id")
);

CREATE INDEX "spot_checks_activity_id_starts_at_idx" ON "spot_checks"("activity_id", "starts_at");
CREATE INDEX "spot_checks_started_by_id_idx" ON "spot_checks"("started_by_id");
CREATE INDEX "spot_answers_user_id_idx" ON "spot_answers"("user_id");

ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "spot_answers" ADD CONSTRAINT "spot_answers_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "spot_answers" ADD CONSTRAINT "spot_answers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "spot_checks" ADD CONSTRAINT spot_checks_order CHECK (ends_at > starts_at);
ALTER TABLE "spot_checks" ADD CONSTRAINT spot_check_running
  EXCLUDE USING gist (activity_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
