-- CreateEnum
CREATE TYPE "FindingSeverity" AS ENUM ('GENERAL', 'MAJOR');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('OPEN', 'FIXING', 'FIXED', 'CLOSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "inspection_pairs" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "inspector_id" UUID NOT NULL,
    "inspected_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "paired_by_id" UUID NOT NULL,
    "paired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inspection_pairs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_findings" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "severity" "FindingSeverity" NOT NULL,
    "state" "FindingState" NOT NULL DEFAULT 'OPEN',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "measure" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_findings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inspection_pairs_activity_id_inspector_id_inspected_id_key" ON "inspection_pairs"("activity_id", "inspector_id", "inspected_id");

-- CreateIndex
CREATE INDEX "inspection_pairs_inspector_id_idx" ON "inspection_pairs"("inspector_id");

-- CreateIndex
CREATE INDEX "inspection_pairs_inspected_id_idx" ON "inspection_pairs"("inspected_id");

-- CreateIndex
CREATE INDEX "inspection_pairs_paired_by_id_idx" ON "inspection_pairs"("paired_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_findings_pair_id_position_key" ON "inspection_findings"("pair_id", "position");

-- CreateIndex
CREATE INDEX "inspection_findings_recorded_by_id_idx" ON "inspection_findings"("recorded_by_id");

-- CreateIndex
CREATE INDEX "inspection_findings_answered_by_id_idx" ON "inspection_findings"("answered_by_id");

-- CreateIndex
CREATE INDEX "inspection_findings_closed_by_id_idx" ON "inspection_findings"("closed_by_id");

-- AddForeignKey
ALTER TABLE "inspection_pairs" ADD CONSTRAINT "inspection_pairs_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_pairs" ADD CONSTRAINT "inspection_pairs_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_pairs" ADD CONSTRAINT "inspection_pairs_inspected_id_fkey" FOREIGN KEY ("inspected_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_pairs" ADD CONSTRAINT "inspection_pairs_paired_by_id_fkey" FOREIGN KEY ("paired_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "inspection_pairs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody inspects itself.
ALTER TABLE "inspection_pairs" ADD CONSTRAINT "inspection_pairs_two" CHECK ("inspector_id" <> "inspected_id");

-- What is being mended has a day, what is closed was mended by somebody else than who closed it.
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_fixing" CHECK ("state" <> 'FIXING' OR "due_on" IS NOT NULL);
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_answered" CHECK ("state" NOT IN ('FIXING', 'FIXED', 'CLOSED') OR "answered_by_id" IS NOT NULL);
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_closed" CHECK ("state" <> 'CLOSED' OR ("closed_at" IS NOT NULL AND "closed_by_id" IS NOT NULL AND "closed_by_id" <> "answered_by_id"));
