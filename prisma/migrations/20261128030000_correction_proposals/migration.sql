-- An enterprise proposes corrections to its own entry; the bureau decides field by field.
CREATE TYPE "ProposalState" AS ENUM ('OPEN', 'DECIDED', 'WITHDRAWN');

CREATE TABLE "correction_proposals" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'OPEN',
    "base" JSONB NOT NULL,
    "proposed" JSONB NOT NULL,
    "decisions" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_proposals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "correction_proposals_close_once" CHECK ((state = 'OPEN') = (closed_at IS NULL)),
    CONSTRAINT "correction_proposals_are_decided_by_somebody" CHECK ((state = 'DECIDED') = (decided_by_id IS NOT NULL))
);

CREATE INDEX "correction_proposals_enterprise_id_idx" ON "correction_proposals"("enterprise_id");
CREATE INDEX "correction_proposals_proposed_by_id_idx" ON "correction_proposals"("proposed_by_id");
CREATE INDEX "correction_proposals_decided_by_id_idx" ON "correction_proposals"("decided_by_id");
CREATE INDEX "correction_proposals_state_created_at_id_idx" ON "correction_proposals"("state", "created_at", "id");
-- One open proposal for each enterprise: whoever has one changes it.
CREATE UNIQUE INDEX "correction_proposals_one_open" ON "correction_proposals"("enterprise_id") WHERE (state = 'OPEN');

ALTER TABLE "correction_proposals" ADD CONSTRAINT "correction_proposals_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_proposals" ADD CONSTRAINT "correction_proposals_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_proposals" ADD CONSTRAINT "correction_proposals_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
