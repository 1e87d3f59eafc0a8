-- Who stepped aside when a lead was decided on.
ALTER TABLE "lead_decisions" ADD COLUMN "recusal" TEXT NOT NULL DEFAULT '';

-- Days to come without a named person are told once for each number of days ahead.
CREATE TABLE "coverage_warnings" (
  "alliance_id" UUID NOT NULL,
  "gap_from" DATE NOT NULL,
  "days_before" INTEGER NOT NULL,
  "told_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "coverage_warnings_pkey" PRIMARY KEY ("alliance_id", "gap_from", "days_before")
);
ALTER TABLE "coverage_warnings" ADD CONSTRAINT "coverage_warnings_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The topics that an activity takes up.
CREATE TABLE "activity_topics" (
  "activity_id" UUID NOT NULL,
  "topic_id" UUID NOT NULL,
  CONSTRAINT "activity_topics_pkey" PRIMARY KEY ("activity_id", "topic_id")
);
CREATE INDEX "activity_topics_topic_id_idx" ON "activity_topics"("topic_id");
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
