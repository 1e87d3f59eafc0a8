-- Two entries that resemble each other and are two establishments: said once, with a reason, and not suggested again.
CREATE TABLE "distinct_pairs" (
    "id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "said_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "distinct_pairs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "distinct_pairs_are_in_order" CHECK (first_id < second_id),
    CONSTRAINT "distinct_pairs_have_a_reason" CHECK (reason <> '')
);

CREATE UNIQUE INDEX "distinct_pairs_first_id_second_id_key" ON "distinct_pairs"("first_id", "second_id");
CREATE INDEX "distinct_pairs_second_id_idx" ON "distinct_pairs"("second_id");
CREATE INDEX "distinct_pairs_said_by_id_idx" ON "distinct_pairs"("said_by_id");
CREATE INDEX "distinct_pairs_created_at_id_idx" ON "distinct_pairs"("created_at" DESC, "id" DESC);

ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "distinct_pairs" ADD CONSTRAINT "distinct_pairs_said_by_id_fkey" FOREIGN KEY ("said_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
