-- What a bulk task did to each enterprise: its result file, and the way back.
CREATE TYPE "BulkOutcome" AS ENUM ('DONE', 'REFUSED', 'UNCHANGED');

CREATE TABLE "bulk_rows" (
    "task_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "outcome" "BulkOutcome" NOT NULL,
    "problem" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "membership_id" UUID,
    "before" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER,

    CONSTRAINT "bulk_rows_pkey" PRIMARY KEY ("task_id", "row"),
    CONSTRAINT "bulk_rows_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "bulk_rows_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "bulk_rows_refusals_have_a_reason" CHECK (outcome <> 'REFUSED' OR problem IS NOT NULL)
);

CREATE INDEX "bulk_rows_enterprise_id_idx" ON "bulk_rows"("enterprise_id");
