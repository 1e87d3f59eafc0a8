-- AlterTable
ALTER TABLE "invitations" ADD COLUMN "is_kept" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "left_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "audience_rules" (
    "activity_id" UUID NOT NULL,
    "business_kinds" "BusinessKind"[],
    "mandate_kinds" "MandateKind"[],
    "is_untrained_only" BOOLEAN NOT NULL DEFAULT false,
    "evaluated_at" TIMESTAMPTZ(3),

    CONSTRAINT "audience_rules_pkey" PRIMARY KEY ("activity_id")
);

-- CreateTable
CREATE TABLE "audience_jurisdictions" (
    "activity_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,

    CONSTRAINT "audience_jurisdictions_pkey" PRIMARY KEY ("activity_id","jurisdiction_id")
);

-- CreateTable
CREATE TABLE "audience_exclusions" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,

    CONSTRAINT "audience_exclusions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audience_jurisdictions_jurisdiction_id_idx" ON "audience_jurisdictions"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "audience_exclusions_enterprise_id_idx" ON "audience_exclusions"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "audience_exclusions_activity_id_enterprise_id_key" ON "audience_exclusions"("activity_id", "enterprise_id");

-- AddForeignKey
ALTER TABLE "audience_rules" ADD CONSTRAINT "audience_rules_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_jurisdictions" ADD CONSTRAINT "audience_jurisdictions_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "audience_rules"("activity_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_jurisdictions" ADD CONSTRAINT "audience_jurisdictions_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_exclusions" ADD CONSTRAINT "audience_exclusions_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "audience_rules"("activity_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_exclusions" ADD CONSTRAINT "audience_exclusions_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
