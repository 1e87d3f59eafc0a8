-- A licence that runs out is told once for each step of the ladder.
CREATE TABLE "licence_reminders" (
    "id" UUID NOT NULL,
    "licence_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "valid_to" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "licence_reminders_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "licence_reminders_step_is_of_the_ladder" CHECK (step IN (90, 30, 7))
);
CREATE UNIQUE INDEX "licence_reminders_licence_id_step_valid_to_key" ON "licence_reminders"("licence_id", "step", "valid_to");
ALTER TABLE "licence_reminders" ADD CONSTRAINT "licence_reminders_licence_id_fkey" FOREIGN KEY ("licence_id") REFERENCES "licences"("id") ON DELETE CASCADE ON UPDATE CASCADE;
