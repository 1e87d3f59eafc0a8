CREATE TYPE "QuizState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED');
CREATE TYPE "QuizQuestionKind" AS ENUM ('SINGLE', 'MULTIPLE', 'TRUE_FALSE');

-- The short test of a training.
CREATE TABLE "quizzes" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "state" "QuizState" NOT NULL DEFAULT 'DRAFT',
  "pass_mark" INTEGER NOT NULL DEFAULT 80,
  "attempts_max" INTEGER NOT NULL DEFAULT 3,
  "is_required" BOOLEAN NOT NULL DEFAULT false,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "quizzes_activity_id_key" ON "quizzes"("activity_id");
CREATE INDEX "quizzes_created_by_id_idx" ON "quizzes"("created_by_id");
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_can_be_passed" CHECK ("pass_mark" BETWEEN 1 AND 100 AND "attempts_max" BETWEEN 1 AND 10);

CREATE TABLE "quiz_questions" (
  "id" UUID NOT NULL,
  "quiz_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" "QuizQuestionKind" NOT NULL,
  "text" TEXT NOT NULL,
  "options" TEXT[],
  "right" INTEGER[],
  CONSTRAINT "quiz_questions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "quiz_questions_quiz_id_position_key" ON "quiz_questions"("quiz_id", "position");
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_have_an_answer" CHECK (
  cardinality("right") >= 1 AND ("kind" = 'MULTIPLE' OR cardinality("right") = 1)
  AND CASE WHEN "kind" = 'TRUE_FALSE' THEN cardinality("options") = 0 ELSE cardinality("options") >= 2 END
);

CREATE TABLE "quiz_attempts" (
  "id" UUID NOT NULL,
  "quiz_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "submitted_at" TIMESTAMPTZ(3),
  "answers" JSONB,
  "score" INTEGER,
  "has_passed" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "quiz_attempts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "quiz_attempts_quiz_id_user_id_number_key" ON "quiz_attempts"("quiz_id", "user_id", "number");
CREATE INDEX "quiz_attempts_user_id_idx" ON "quiz_attempts"("user_id");
-- One at a time: whoever presses twice goes on with the one that is open.
CREATE UNIQUE INDEX "quiz_attempts_one_open" ON "quiz_attempts"("quiz_id", "user_id") WHERE "submitted_at" IS NULL;
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_are_scored_once_over" CHECK (
  "number" >= 1 AND ("submitted_at" IS NULL) = ("score" IS NULL) AND ("submitted_at" IS NULL) = ("answers" IS NULL)
  AND "score" BETWEEN 0 AND 100 AND ("submitted_at" IS NOT NULL OR NOT "has_passed")
);
