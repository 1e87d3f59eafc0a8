-- CreateEnum
CREATE TYPE "GuidanceState" AS ENUM ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'ADVISED');

-- CreateTable
CREATE TABLE "guidance_requests" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "state" "GuidanceState" NOT NULL DEFAULT 'REQUESTED',
    "field" "ExpertField" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "wished_from" DATE NOT NULL,
    "wished_to" DATE NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "organiser_alliance_id" UUID,
    "visit_on" DATE,
    "summary" TEXT NOT NULL DEFAULT '',
    "advised_by_id" UUID,
    "advised_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guidance_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance_experts" (
    "request_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,

    CONSTRAINT "guidance_experts_pkey" PRIMARY KEY ("request_id","expert_id")
);

-- CreateTable
CREATE TABLE "guidance_advice" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "ProblemTodoState" NOT NULL DEFAULT 'OPEN',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "return_reason" TEXT NOT NULL DEFAULT '',
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guidance_advice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guidance_requests_enterprise_id_state_idx" ON "guidance_requests"("enterprise_id", "state");

-- CreateIndex
CREATE INDEX "guidance_requests_state_requested_at_idx" ON "guidance_requests"("state", "requested_at");

-- CreateIndex
CREATE INDEX "guidance_requests_organiser_alliance_id_idx" ON "guidance_requests"("organiser_alliance_id");

-- CreateIndex
CREATE INDEX "guidance_requests_requested_by_id_idx" ON "guidance_requests"("requested_by_id");

-- CreateIndex
CREATE INDEX "guidance_requests_decided_by_id_idx" ON "guidance_requests"("decided_by_id");

-- CreateIndex
CREATE INDEX "guidance_requests_advised_by_id_idx" ON "guidance_requests"("advised_by_id");

-- CreateIndex
CREATE INDEX "guidance_experts_expert_id_idx" ON "guidance_experts"("expert_id");

-- CreateIndex
CREATE INDEX "guidance_advice_answered_by_id_idx" ON "guidance_advice"("answered_by_id");

-- CreateIndex
CREATE INDEX "guidance_advice_verified_by_id_idx" ON "guidance_advice"("verified_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "guidance_advice_request_id_position_key" ON "guidance_advice"("request_id", "position");

-- AddForeignKey
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_organiser_alliance_id_fkey" FOREIGN KEY ("organiser_alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_advised_by_id_fkey" FOREIGN KEY ("advised_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_experts" ADD CONSTRAINT "guidance_experts_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "guidance_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_experts" ADD CONSTRAINT "guidance_experts_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "experts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_advice" ADD CONSTRAINT "guidance_advice_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "guidance_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_advice" ADD CONSTRAINT "guidance_advice_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance_advice" ADD CONSTRAINT "guidance_advice_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A wish ends no earlier than it begins, and advice follows a visit.
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_wished" CHECK ("wished_to" >= "wished_from");
ALTER TABLE "guidance_requests" ADD CONSTRAINT "guidance_requests_advised" CHECK ("state" <> 'ADVISED' OR ("visit_on" IS NOT NULL AND "advised_at" IS NOT NULL));
