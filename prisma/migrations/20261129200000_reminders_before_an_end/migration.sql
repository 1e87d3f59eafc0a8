-- Once before a date poll closes, and at each step before a certificate ends.
ALTER TABLE "date_polls" ADD COLUMN "reminded_at" TIMESTAMPTZ(3);

CREATE TABLE "certificate_reminders" (
  "id" UUID NOT NULL,
  "certificate_id" UUID NOT NULL,
  "step" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "certificate_reminders_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "certificate_reminders_certificate_id_step_key" ON "certificate_reminders"("certificate_id", "step");
ALTER TABLE "certificate_reminders" ADD CONSTRAINT "certificate_reminders_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
