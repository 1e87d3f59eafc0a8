-- Settings of the administrator as dated rows that nobody changes, and the table of holidays.
CREATE TYPE "HolidayKind" AS ENUM ('HOLIDAY', 'WORKDAY');

CREATE TABLE "setting_values" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "effective_from" DATE NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "setting_values_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "setting_values_version_positive" CHECK (version > 0)
);
CREATE UNIQUE INDEX "setting_values_key_version_key" ON "setting_values"("key", "version");
CREATE INDEX "setting_values_key_effective_from_version_idx" ON "setting_values"("key", "effective_from" DESC, "version" DESC);
CREATE INDEX "setting_values_set_by_id_idx" ON "setting_values"("set_by_id");
ALTER TABLE "setting_values" ADD CONSTRAINT "setting_values_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "holidays" (
    "day" DATE NOT NULL,
    "kind" "HolidayKind" NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "holidays_pkey" PRIMARY KEY ("day")
);
