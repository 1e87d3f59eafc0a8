-- What the worker is doing, what a problem is about, and which version of an enterprise a row was compared with.
ALTER TABLE "imports"
  ADD COLUMN "step" TEXT,
  ADD COLUMN "problem_params" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "import_rows" ADD COLUMN "enterprise_version" INTEGER;
