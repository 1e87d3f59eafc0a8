-- Two entries of one establishment are made one: the one that goes is closed and names the one that stands for it, and
-- every row that the merge changed is kept as it was, so that the merge can be undone.
ALTER TABLE "enterprises" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_merged_are_closed" CHECK (merged_into_id IS NULL OR closed_on IS NOT NULL);
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_merge_into_another" CHECK (merged_into_id <> id);
CREATE INDEX "enterprises_merged_into_id_idx" ON "enterprises"("merged_into_id");

CREATE TABLE "enterprise_merges" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "gone_id" UUID NOT NULL,
    "kept_version" INTEGER NOT NULL,
    "gone_version" INTEGER NOT NULL,
    "taken" TEXT[],
    "reason" TEXT NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "enterprise_merges_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "enterprise_merges_are_of_two" CHECK (kept_id <> gone_id),
    CONSTRAINT "enterprise_merges_have_a_reason" CHECK (reason <> ''),
    CONSTRAINT "enterprise_merges_are_undone_by_somebody" CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
);
CREATE INDEX "enterprise_merges_kept_id_idx" ON "enterprise_merges"("kept_id");
CREATE INDEX "enterprise_merges_gone_id_idx" ON "enterprise_merges"("gone_id");
CREATE INDEX "enterprise_merges_merged_by_id_idx" ON "enterprise_merges"("merged_by_id");
CREATE INDEX "enterprise_merges_undone_by_id_idx" ON "enterprise_merges"("undone_by_id");
ALTER TABLE "enterprise_merges" ADD CONSTRAINT "enterprise_merges_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enterprise_merges" ADD CONSTRAINT "enterprise_merges_gone_id_fkey" FOREIGN KEY ("gone_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enterprise_merges" ADD CONSTRAINT "enterprise_merges_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enterprise_merges" ADD CONSTRAINT "enterprise_merges_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "merge_moves" (
    "id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "merge_moves_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "merge_moves_merge_id_idx" ON "merge_moves"("merge_id");
ALTER TABLE "merge_moves" ADD CONSTRAINT "merge_moves_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "enterprise_merges"("id") ON DELETE CASCADE ON UPDATE CASCADE;
