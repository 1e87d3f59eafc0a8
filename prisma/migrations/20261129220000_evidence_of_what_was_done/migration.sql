-- What an enterprise shows for what it did about a common problem.
CREATE TABLE "problem_todo_files" (
  "id" UUID NOT NULL,
  "todo_id" UUID NOT NULL,
  "file_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "problem_todo_files_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "problem_todo_files_todo_id_idx" ON "problem_todo_files"("todo_id");
CREATE INDEX "problem_todo_files_file_id_idx" ON "problem_todo_files"("file_id");
ALTER TABLE "problem_todo_files" ADD CONSTRAINT "problem_todo_files_todo_id_fkey" FOREIGN KEY ("todo_id") REFERENCES "problem_todos"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problem_todo_files" ADD CONSTRAINT "problem_todo_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
