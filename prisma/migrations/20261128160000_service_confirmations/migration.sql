-- CreateTable
CREATE TABLE "service_confirmations" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "confirmed_by_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "service_confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_confirmations_enterprise_id_idx" ON "service_confirmations"("enterprise_id");

-- CreateIndex
CREATE INDEX "service_confirmations_confirmed_by_id_idx" ON "service_confirmations"("confirmed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_confirmations_activity_id_enterprise_id_key" ON "service_confirmations"("activity_id", "enterprise_id");

-- AddForeignKey
ALTER TABLE "service_confirmations" ADD CONSTRAINT "service_confirmations_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_confirmations" ADD CONSTRAINT "service_confirmations_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_confirmations" ADD CONSTRAINT "service_confirmations_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
