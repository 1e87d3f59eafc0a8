CREATE TYPE "SelfCheckAnswerKind" AS ENUM ('YES', 'NO', 'NOT_APPLICABLE');

-- Accidents that trainings explain.
CREATE TABLE "accident_cases" (
  "id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "happened_on" DATE NOT NULL,
  "place" TEXT NOT NULL,
  "happened" TEXT NOT NULL,
  "causes" TEXT NOT NULL,
  "lessons" TEXT NOT NULL,
  "source" TEXT NOT NULL DEFAULT '',
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "accident_cases_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "accident_cases_happened_on_id_idx" ON "accident_cases"("happened_on", "id");
CREATE INDEX "accident_cases_created_by_id_idx" ON "accident_cases"("created_by_id");
ALTER TABLE "accident_cases" ADD CONSTRAINT "accident_cases_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "accident_cases" ADD CONSTRAINT "accident_cases_say_something" CHECK (btrim("title") <> '' AND btrim("happened") <> '');

CREATE TABLE "case_questions" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "case_questions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "case_questions_case_id_position_key" ON "case_questions"("case_id", "position");
ALTER TABLE "case_questions" ADD CONSTRAINT "case_questions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "accident_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "explained_cases" (
  "activity_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  CONSTRAINT "explained_cases_pkey" PRIMARY KEY ("activity_id", "case_id")
);
CREATE INDEX "explained_cases_case_id_idx" ON "explained_cases"("case_id");
ALTER TABLE "explained_cases" ADD CONSTRAINT "explained_cases_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "explained_cases" ADD CONSTRAINT "explained_cases_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "accident_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The questions of a case, sent to the members of an alliance once.
CREATE TABLE "self_checks" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "alliance_id" UUID NOT NULL,
  "due_on" DATE NOT NULL,
  "sent_by_id" UUID NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,
  "urged_on" DATE,
  CONSTRAINT "self_checks_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "self_checks_case_id_alliance_id_key" ON "self_checks"("case_id", "alliance_id");
CREATE INDEX "self_checks_alliance_id_idx" ON "self_checks"("alliance_id");
CREATE INDEX "self_checks_sent_by_id_idx" ON "self_checks"("sent_by_id");
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "accident_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_checks" ADD CONSTRAINT "self_checks_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "self_check_replies" (
  "id" UUID NOT NULL,
  "self_check_id" UUID NOT NULL,
  "enterprise_id" UUID NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "answered_by_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "self_check_replies_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "self_check_replies_self_check_id_enterprise_id_key" ON "self_check_replies"("self_check_id", "enterprise_id");
CREATE INDEX "self_check_replies_enterprise_id_idx" ON "self_check_replies"("enterprise_id");
CREATE INDEX "self_check_replies_answered_by_id_idx" ON "self_check_replies"("answered_by_id");
ALTER TABLE "self_check_replies" ADD CONSTRAINT "self_check_replies_self_check_id_fkey" FOREIGN KEY ("self_check_id") REFERENCES "self_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_check_replies" ADD CONSTRAINT "self_check_replies_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_check_replies" ADD CONSTRAINT "self_check_replies_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_check_replies" ADD CONSTRAINT "self_check_replies_answered_by_somebody" CHECK (("answered_at" IS NULL) = ("answered_by_id" IS NULL));

CREATE TABLE "self_check_answers" (
  "reply_id" UUID NOT NULL,
  "question_id" UUID NOT NULL,
  "answer" "SelfCheckAnswerKind" NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "self_check_answers_pkey" PRIMARY KEY ("reply_id", "question_id")
);
CREATE INDEX "self_check_answers_question_id_idx" ON "self_check_answers"("question_id");
ALTER TABLE "self_check_answers" ADD CONSTRAINT "self_check_answers_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "self_check_replies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "self_check_answers" ADD CONSTRAINT "self_check_answers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "case_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
