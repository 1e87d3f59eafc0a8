-- CreateTable
CREATE TABLE "visit_slots" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "host_enterprise_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "seats" INTEGER NOT NULL,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),
    "offered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_bookings" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "seats" INTEGER NOT NULL,
    "booked_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_bookings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_slots_activity_id_starts_at_idx" ON "visit_slots"("activity_id", "starts_at");

-- CreateIndex
CREATE INDEX "visit_slots_host_enterprise_id_idx" ON "visit_slots"("host_enterprise_id");

-- CreateIndex
CREATE INDEX "visit_slots_offered_by_id_idx" ON "visit_slots"("offered_by_id");

-- CreateIndex
CREATE INDEX "slot_bookings_enterprise_id_idx" ON "slot_bookings"("enterprise_id");

-- CreateIndex
CREATE INDEX "slot_bookings_booked_by_id_idx" ON "slot_bookings"("booked_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_bookings_slot_id_enterprise_id_key" ON "slot_bookings"("slot_id", "enterprise_id");

-- AddForeignKey
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_host_enterprise_id_fkey" FOREIGN KEY ("host_enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_offered_by_id_fkey" FOREIGN KEY ("offered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_bookings" ADD CONSTRAINT "slot_bookings_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "visit_slots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_bookings" ADD CONSTRAINT "slot_bookings_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_bookings" ADD CONSTRAINT "slot_bookings_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last seat goes to one of two, whoever writes.
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_seats_taken" CHECK ("seats_taken" BETWEEN 0 AND "seats");
ALTER TABLE "visit_slots" ADD CONSTRAINT "visit_slots_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "slot_bookings" ADD CONSTRAINT "slot_bookings_seats" CHECK ("seats" > 0);
