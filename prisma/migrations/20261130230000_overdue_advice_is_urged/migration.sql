-- Once a day at most for each point, whoever presses: the constraint says so.
CREATE TABLE "guidance_urges" (
    "id" UUID NOT NULL,
    "advice_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "urged_by_id" UUID NOT NULL,

    CONSTRAINT "guidance_urges_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "guidance_urges_urged_by_id_idx" ON "guidance_urges"("urged_by_id");
CREATE UNIQUE INDEX "guidance_urges_advice_id_on_day_key" ON "guidance_urges"("advice_id", "on_day");
ALTER TABLE "guidance_urges" ADD CONSTRAINT "guidance_urges_advice_id_fkey" FOREIGN KEY ("advice_id") REFERENCES "guidance_advice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "guidance_urges" ADD CONSTRAINT "guidance_urges_urged_by_id_fkey" FOREIGN KEY ("urged_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
