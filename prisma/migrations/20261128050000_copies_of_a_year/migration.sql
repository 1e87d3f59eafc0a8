-- What one press copied from one year into another, so that it can be taken back for as long as nothing stands on it.
CREATE TABLE "year_copies" (
  "id" UUID NOT NULL,
  "from_year" INTEGER NOT NULL,
  "to_year" INTEGER NOT NULL,
  "made" JSONB NOT NULL,
  "made_by_id" UUID NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "undone_at" TIMESTAMPTZ(3),
  "undone_by_id" UUID,
  CONSTRAINT "year_copies_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "year_copies_go_forward" CHECK (to_year > from_year),
  CONSTRAINT "year_copies_are_undone_by_somebody" CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
);

CREATE INDEX "year_copies_to_year_made_at_idx" ON "year_copies"("to_year", "made_at");
CREATE INDEX "year_copies_made_by_id_idx" ON "year_copies"("made_by_id");
CREATE INDEX "year_copies_undone_by_id_idx" ON "year_copies"("undone_by_id");

ALTER TABLE "year_copies" ADD CONSTRAINT "year_copies_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "year_copies" ADD CONSTRAINT "year_copies_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
