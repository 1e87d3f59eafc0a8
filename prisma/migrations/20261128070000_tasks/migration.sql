-- Long work: asked for by a person, done by the worker, taken back where it can be.
CREATE TYPE "TaskState" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "state" "TaskState" NOT NULL DEFAULT 'QUEUED',
    "started_by_id" UUID NOT NULL,
    "hat" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "step" TEXT,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "problem_params" JSONB NOT NULL DEFAULT '{}',
    "result_file_id" UUID,
    "result_expires_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undoes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "committed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "tasks_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "tasks_result_file_id_fkey" FOREIGN KEY ("result_file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "tasks_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "tasks_count_up" CHECK (handled >= 0 AND total >= 0 AND attempts >= 0),
    CONSTRAINT "tasks_end_when_finished" CHECK ((state IN ('DONE', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
    CONSTRAINT "tasks_results_expire" CHECK (result_file_id IS NULL OR result_expires_at IS NOT NULL)
);

CREATE UNIQUE INDEX "tasks_undoes_id_key" ON "tasks"("undoes_id");
CREATE UNIQUE INDEX "tasks_started_by_id_key_key" ON "tasks"("started_by_id", "key");
CREATE INDEX "tasks_started_by_id_id_idx" ON "tasks"("started_by_id", "id" DESC);
CREATE INDEX "tasks_result_file_id_idx" ON "tasks"("result_file_id");
CREATE INDEX "tasks_result_expires_at_idx" ON "tasks"("result_expires_at");
