-- A colleague stands in for a coordinator for some days.
CREATE TABLE "covers" (
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "covers_pkey" PRIMARY KEY ("id"),
    -- One that was taken back before it began has an empty period: it never held.
    CONSTRAINT "covers_end_after_start" CHECK (ends_on >= starts_on),
    CONSTRAINT "covers_do_not_overlap" EXCLUDE USING gist
        (appointment_id WITH =, daterange(starts_on, ends_on, '[)') WITH &&)
);

CREATE INDEX "covers_appointment_id_idx" ON "covers"("appointment_id");
CREATE INDEX "covers_deputy_id_idx" ON "covers"("deputy_id");
CREATE INDEX "covers_created_by_id_idx" ON "covers"("created_by_id");

ALTER TABLE "covers" ADD CONSTRAINT "covers_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "insurer_appointments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "covers" ADD CONSTRAINT "covers_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "covers" ADD CONSTRAINT "covers_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
