CREATE TYPE "ExpertField" AS ENUM ('PROCESS', 'EQUIPMENT', 'INSTRUMENT', 'ELECTROSTATIC', 'STORAGE', 'SPECIAL_WORK', 'RISK_CONTROL', 'EMERGENCY', 'OCCUPATIONAL_HEALTH', 'WASTE', 'LAW', 'MANAGEMENT');

-- One register of experts for the bureaus and all insurers.
CREATE TABLE "experts" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "name_pinyin" TEXT NOT NULL,
  "organization" TEXT NOT NULL,
  "title" TEXT NOT NULL DEFAULT '',
  "fields" "ExpertField"[],
  "other_fields" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "retired_at" TIMESTAMPTZ(3),
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "experts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "experts_name_organization_key" ON "experts"("name", "organization");
CREATE INDEX "experts_name_pinyin_id_idx" ON "experts"("name_pinyin", "id");
CREATE INDEX "experts_created_by_id_idx" ON "experts"("created_by_id");
ALTER TABLE "experts" ADD CONSTRAINT "experts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "experts" ADD CONSTRAINT "experts_have_a_name" CHECK (btrim("name") <> '' AND btrim("organization") <> '');

-- The courses of a training.
CREATE TABLE "courses" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "hours" DOUBLE PRECISION NOT NULL,
  "start_minute" INTEGER,
  "end_minute" INTEGER,
  "expert_id" UUID,
  "lecturer" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "courses_activity_id_id_idx" ON "courses"("activity_id", "id");
CREATE INDEX "courses_expert_id_idx" ON "courses"("expert_id");
ALTER TABLE "courses" ADD CONSTRAINT "courses_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "courses" ADD CONSTRAINT "courses_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "courses" ADD CONSTRAINT "courses_hours" CHECK ("hours" > 0 AND "hours" <= 100);
ALTER TABLE "courses" ADD CONSTRAINT "courses_begin_before_they_end" CHECK (
  ("start_minute" IS NULL) = ("end_minute" IS NULL) AND "start_minute" >= 0 AND "end_minute" > "start_minute"
);
-- A lecturer is known by the register or by name, not by both.
ALTER TABLE "courses" ADD CONSTRAINT "courses_have_one_lecturer" CHECK ("expert_id" IS NULL OR "lecturer" = '');

-- What a training explained.
CREATE TABLE "regulation_items" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "effective_on" DATE,
  "points" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "regulation_items_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "regulation_items_activity_id_id_idx" ON "regulation_items"("activity_id", "id");
ALTER TABLE "regulation_items" ADD CONSTRAINT "regulation_items_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Certificates that end soon.
CREATE INDEX "certificates_valid_until_id_idx" ON "certificates"("valid_until", "id");
