CREATE TYPE "DatePollState" AS ENUM ('OPEN', 'CHOSEN', 'CANCELLED');
CREATE TYPE "DateAnswer" AS ENUM ('YES', 'IF_NEED_BE', 'NO');

-- Which of a few dates suits the members of an alliance.
CREATE TABLE "date_polls" (
  "id" UUID NOT NULL,
  "alliance_id" UUID NOT NULL,
  "kind" "ActivityKind" NOT NULL,
  "title" TEXT NOT NULL,
  "open_title" TEXT,
  "note" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "state" "DatePollState" NOT NULL DEFAULT 'OPEN',
  "closes_on" DATE NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3),
  "chosen_date_id" UUID,
  "activity_id" UUID,
  "cancel_reason" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "date_polls_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "proposed_dates" (
  "id" UUID NOT NULL,
  "poll_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "proposed_dates_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "date_poll_answers" (
  "date_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "answer" "DateAnswer" NOT NULL,
  "answered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "date_poll_answers_pkey" PRIMARY KEY ("date_id", "user_id")
);
CREATE UNIQUE INDEX "date_polls_chosen_date_id_key" ON "date_polls"("chosen_date_id");
CREATE UNIQUE INDEX "date_polls_activity_id_key" ON "date_polls"("activity_id");
CREATE UNIQUE INDEX "date_polls_alliance_id_open_title_key" ON "date_polls"("alliance_id", "open_title");
CREATE INDEX "date_polls_alliance_id_state_idx" ON "date_polls"("alliance_id", "state");
CREATE INDEX "date_polls_created_by_id_idx" ON "date_polls"("created_by_id");
CREATE UNIQUE INDEX "proposed_dates_poll_id_starts_at_key" ON "proposed_dates"("poll_id", "starts_at");
CREATE INDEX "date_poll_answers_user_id_idx" ON "date_poll_answers"("user_id");
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_chosen_date_id_fkey" FOREIGN KEY ("chosen_date_id") REFERENCES "proposed_dates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposed_dates" ADD CONSTRAINT "proposed_dates_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_poll_answers" ADD CONSTRAINT "date_poll_answers_date_id_fkey" FOREIGN KEY ("date_id") REFERENCES "proposed_dates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "date_poll_answers" ADD CONSTRAINT "date_poll_answers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Open, or settled in one of two ways; a chosen date is an activity at once.
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_settled" CHECK (
  CASE "state"
    WHEN 'OPEN' THEN "settled_at" IS NULL AND "chosen_date_id" IS NULL AND "activity_id" IS NULL AND "open_title" = "title"
    WHEN 'CHOSEN' THEN "settled_at" IS NOT NULL AND "chosen_date_id" IS NOT NULL AND "activity_id" IS NOT NULL AND "open_title" IS NULL
    ELSE "settled_at" IS NOT NULL AND "chosen_date_id" IS NULL AND "activity_id" IS NULL AND "open_title" IS NULL
      AND btrim("cancel_reason") <> ''
  END
);
ALTER TABLE "proposed_dates" ADD CONSTRAINT "proposed_dates_end_after_start" CHECK ("ends_at" > "starts_at");
