-- Those who leave may check out, and presence counts from a share of the planned time. What is closed stays as it was
-- counted: nothing is excluded in hindsight.
CREATE TYPE "AttendanceVerdict" AS ENUM ('COUNTS', 'DOES_NOT_COUNT');

ALTER TABLE "activities"
  ADD COLUMN "checks_out" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "presence_share_min" INTEGER NOT NULL DEFAULT 70;

ALTER TABLE "activities" ADD CONSTRAINT activities_presence_share CHECK (presence_share_min BETWEEN 1 AND 100);

ALTER TABLE "attendances"
  ADD COLUMN "checked_out_at" TIMESTAMPTZ(3),
  ADD COLUMN "check_out_method" "AttendanceMethod",
  ADD COLUMN "verdict" "AttendanceVerdict",
  ADD COLUMN "is_excluded" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "online_minutes" INTEGER;

ALTER TABLE "attendances" ADD CONSTRAINT attendances_way_out CHECK ((checked_out_at IS NULL) = (check_out_method IS NULL));

-- Whoever decides, decides: a verdict and what is excluded never say two things.
ALTER TABLE "attendances" ADD CONSTRAINT attendances_verdict CHECK (verdict IS NULL OR is_excluded = (verdict = 'DOES_NOT_COUNT'));

-- Written by the list of a meeting service, each line confirmed by a person.
ALTER TYPE "AttendanceMethod" ADD VALUE 'ONLINE_LIST' BEFORE 'CORRECTION';
