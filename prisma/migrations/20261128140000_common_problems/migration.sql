CREATE TYPE "ProblemState" AS ENUM ('DRAFT', 'SENT');
CREATE TYPE "ProblemTodoState" AS ENUM ('OPEN', 'NOT_APPLICABLE', 'DOING', 'DONE', 'VERIFIED');

-- A common problem of an alliance in a year, with a recommendation.
CREATE TABLE "problems" (
  "id" UUID NOT NULL,
  "alliance_year_id" UUID NOT NULL,
  "state" "ProblemState" NOT NULL DEFAULT 'DRAFT',
  "title" TEXT NOT NULL,
  "finding" TEXT NOT NULL,
  "recommendation" TEXT NOT NULL,
  "activity_id" UUID,
  "due_on" DATE NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "sent_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "problems_alliance_year_id_idx" ON "problems"("alliance_year_id");
CREATE INDEX "problems_activity_id_idx" ON "problems"("activity_id");
CREATE INDEX "problems_created_by_id_idx" ON "problems"("created_by_id");
ALTER TABLE "problems" ADD CONSTRAINT "problems_alliance_year_id_fkey" FOREIGN KEY ("alliance_year_id") REFERENCES "alliance_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problems" ADD CONSTRAINT "problems_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problems" ADD CONSTRAINT "problems_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problems" ADD CONSTRAINT "problems_say_something" CHECK (
  btrim("title") <> '' AND btrim("finding") <> '' AND btrim("recommendation") <> ''
);
ALTER TABLE "problems" ADD CONSTRAINT "problems_sent_at" CHECK (("state" = 'SENT') = ("sent_at" IS NOT NULL));

-- What one member does about it.
CREATE TABLE "problem_todos" (
  "id" UUID NOT NULL,
  "problem_id" UUID NOT NULL,
  "enterprise_id" UUID NOT NULL,
  "state" "ProblemTodoState" NOT NULL DEFAULT 'OPEN',
  "answer" TEXT NOT NULL DEFAULT '',
  "planned_on" DATE,
  "answered_at" TIMESTAMPTZ(3),
  "answered_by_id" UUID,
  "return_reason" TEXT NOT NULL DEFAULT '',
  "verified_at" TIMESTAMPTZ(3),
  "verified_by_id" UUID,
  "escalated_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "problem_todos_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "problem_todos_problem_id_enterprise_id_key" ON "problem_todos"("problem_id", "enterprise_id");
CREATE INDEX "problem_todos_enterprise_id_state_idx" ON "problem_todos"("enterprise_id", "state");
CREATE INDEX "problem_todos_answered_by_id_idx" ON "problem_todos"("answered_by_id");
CREATE INDEX "problem_todos_verified_by_id_idx" ON "problem_todos"("verified_by_id");
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- An answer says what, when, and who says it; work under way also says by when.
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_answered" CHECK (
  CASE WHEN "state" = 'OPEN' THEN "answered_at" IS NULL AND "answered_by_id" IS NULL
  ELSE "answered_at" IS NOT NULL AND "answered_by_id" IS NOT NULL AND btrim("answer") <> '' END
);
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_doing_by_a_day" CHECK ("state" <> 'DOING' OR "planned_on" IS NOT NULL);
-- Two parties: whoever answered does not verify.
ALTER TABLE "problem_todos" ADD CONSTRAINT "problem_todos_verified_by_another" CHECK (
  CASE WHEN "state" = 'VERIFIED' THEN "verified_at" IS NOT NULL AND "verified_by_id" IS NOT NULL AND "verified_by_id" <> "answered_by_id"
  ELSE "verified_at" IS NULL AND "verified_by_id" IS NULL END
);

-- Who was urged on which day.
CREATE TABLE "problem_urges" (
  "id" UUID NOT NULL,
  "todo_id" UUID NOT NULL,
  "on_day" DATE NOT NULL,
  "urged_by_id" UUID NOT NULL,
  CONSTRAINT "problem_urges_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "problem_urges_todo_id_on_day_key" ON "problem_urges"("todo_id", "on_day");
CREATE INDEX "problem_urges_urged_by_id_idx" ON "problem_urges"("urged_by_id");
ALTER TABLE "problem_urges" ADD CONSTRAINT "problem_urges_todo_id_fkey" FOREIGN KEY ("todo_id") REFERENCES "problem_todos"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problem_urges" ADD CONSTRAINT "problem_urges_urged_by_id_fkey" FOREIGN KEY ("urged_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
