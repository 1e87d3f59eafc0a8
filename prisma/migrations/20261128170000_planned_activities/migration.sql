-- What the year's plan made of a series or of the year before: each once.
CREATE TABLE "planned_activities" (
  "id" UUID NOT NULL,
  "alliance_id" UUID NOT NULL,
  "year" INTEGER NOT NULL,
  "origin" TEXT NOT NULL,
  "activity_id" UUID NOT NULL,
  CONSTRAINT "planned_activities_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "planned_activities_activity_id_key" ON "planned_activities"("activity_id");
CREATE UNIQUE INDEX "planned_activities_alliance_id_year_origin_key" ON "planned_activities"("alliance_id", "year", "origin");
ALTER TABLE "planned_activities" ADD CONSTRAINT "planned_activities_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "planned_activities" ADD CONSTRAINT "planned_activities_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
