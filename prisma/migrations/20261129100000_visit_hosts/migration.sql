-- CreateEnum
CREATE TYPE "VisitHostState" AS ENUM ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "GateDocument" AS ENUM ('RESIDENT_ID', 'PASSPORT', 'TRAVEL_PERMIT', 'OTHER');

-- CreateTable
CREATE TABLE "visit_hosts" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "state" "VisitHostState" NOT NULL DEFAULT 'ASKED',
    "message" TEXT NOT NULL DEFAULT '',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "agreed_starts_at" TIMESTAMPTZ(3),
    "visitors_max" INTEGER,
    "meeting_point" TEXT NOT NULL DEFAULT '',
    "meets_minutes" INTEGER NOT NULL DEFAULT 0,
    "protection" TEXT NOT NULL DEFAULT '',
    "forbidden" TEXT NOT NULL DEFAULT '',
    "remarks" TEXT NOT NULL DEFAULT '',
    "asks_document" BOOLEAN NOT NULL DEFAULT false,
    "asks_number_plate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "visit_hosts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_details" (
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "document" "GateDocument",
    "number_plate" TEXT NOT NULL DEFAULT '',
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gate_details_pkey" PRIMARY KEY ("activity_id","user_id")
);

-- CreateIndex
CREATE INDEX "visit_hosts_activity_id_state_idx" ON "visit_hosts"("activity_id", "state");

-- CreateIndex
CREATE INDEX "visit_hosts_enterprise_id_idx" ON "visit_hosts"("enterprise_id");

-- CreateIndex
CREATE INDEX "visit_hosts_asked_by_id_idx" ON "visit_hosts"("asked_by_id");

-- CreateIndex
CREATE INDEX "visit_hosts_answered_by_id_idx" ON "visit_hosts"("answered_by_id");

-- CreateIndex
CREATE INDEX "gate_details_user_id_idx" ON "gate_details"("user_id");

-- AddForeignKey
ALTER TABLE "visit_hosts" ADD CONSTRAINT "visit_hosts_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_hosts" ADD CONSTRAINT "visit_hosts_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_hosts" ADD CONSTRAINT "visit_hosts_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_hosts" ADD CONSTRAINT "visit_hosts_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_details" ADD CONSTRAINT "gate_details_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_details" ADD CONSTRAINT "gate_details_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One host at a time is asked or has agreed.
CREATE UNIQUE INDEX "visit_hosts_one_open" ON "visit_hosts"("activity_id") WHERE state IN ('ASKED', 'AGREED');

-- Who agrees says for how many and for when.
ALTER TABLE "visit_hosts" ADD CONSTRAINT "visit_hosts_agreed" CHECK ("state" <> 'AGREED' OR ("visitors_max" > 0 AND "visitors_max" IS NOT NULL AND "agreed_starts_at" IS NOT NULL));
