-- Once a day at most for each finding, however often the round runs: the constraint says so.
CREATE TABLE "inspection_urges" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,

    CONSTRAINT "inspection_urges_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "inspection_urges_finding_id_on_day_key" ON "inspection_urges"("finding_id", "on_day");
ALTER TABLE "inspection_urges" ADD CONSTRAINT "inspection_urges_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "inspection_findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- When the coordinator and the supervising district were told that a finding is long overdue: once.
ALTER TABLE "inspection_findings" ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
