-- Practices that enterprises share: versions, files, consent, review, adoption.
CREATE TYPE "PracticeShareClass" AS ENUM ('OWN', 'ALLIANCE', 'ALL_ALLIANCES', 'PUBLIC');
CREATE TYPE "PracticeVersionState" AS ENUM ('DRAFT', 'IN_REVIEW', 'RETURNED', 'RECALLED', 'PUBLISHED', 'REPLACED', 'WITHDRAWN');
CREATE TYPE "PracticeSubject" AS ENUM ('PROCESS_SAFETY', 'SMART_PLATFORM', 'EQUIPMENT_INTEGRITY', 'CHANGE_MANAGEMENT', 'MAINTENANCE_WORK');
CREATE TYPE "PracticeArea" AS ENUM ('RISK_GRADING', 'INHERENT_SAFETY', 'HAZARD_CONTROL', 'EMERGENCY_RESPONSE');
CREATE TYPE "PracticeVerdict" AS ENUM ('RETURN', 'APPROVE');

CREATE TABLE "practices" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "share_class" "PracticeShareClass" NOT NULL DEFAULT 'OWN',
    "current_version_id" UUID,
    "public_version_id" UUID,
    "made_public_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "adopted_count" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "practices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "practices_are_published_with_a_version" CHECK ((current_version_id IS NULL) = (published_at IS NULL)),
    CONSTRAINT "practices_are_public_by_class" CHECK (public_version_id IS NULL OR (share_class = 'PUBLIC' AND withdrawn_at IS NULL)),
    CONSTRAINT "practices_are_withdrawn_by_somebody" CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)),
    CONSTRAINT "practices_adopted_count" CHECK (adopted_count >= 0)
);

CREATE TABLE "practice_versions" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "PracticeVersionState" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "subjects" "PracticeSubject"[],
    "area" "PracticeArea",
    "share_class" "PracticeShareClass" NOT NULL DEFAULT 'OWN',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_versions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "practice_versions_number" CHECK (number > 0),
    -- Nobody but the owner reads what nobody has consented to.
    CONSTRAINT "practice_versions_are_drafts_or_handed_in" CHECK (state IN ('DRAFT', 'WITHDRAWN') OR handed_in_at IS NOT NULL),
    -- Nothing of the text outlives the withdrawal.
    CONSTRAINT "practice_versions_are_empty_when_withdrawn" CHECK (state <> 'WITHDRAWN' OR (title = '' AND content = '{}'))
);

CREATE TABLE "practice_files" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_files_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "practice_consents" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "mandate" "MandateKind" NOT NULL,
    "share_class" "PracticeShareClass" NOT NULL,
    "checked" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_consents_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "practice_reviews" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "verdict" "PracticeVerdict" NOT NULL,
    "comments" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_reviews_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "adoptions" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT '',
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "adoptions_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "practices_current_version_id_key" ON "practices"("current_version_id");
CREATE UNIQUE INDEX "practices_public_version_id_key" ON "practices"("public_version_id");
CREATE INDEX "practices_enterprise_id_idx" ON "practices"("enterprise_id");
CREATE INDEX "practices_alliance_id_idx" ON "practices"("alliance_id");
CREATE INDEX "practices_created_by_id_idx" ON "practices"("created_by_id");
CREATE INDEX "practices_withdrawn_by_id_idx" ON "practices"("withdrawn_by_id");
CREATE INDEX "practices_published_at_id_idx" ON "practices"("published_at" DESC, "id" DESC);
CREATE INDEX "practices_adopted_count_id_idx" ON "practices"("adopted_count" DESC, "id" DESC);
CREATE UNIQUE INDEX "practice_versions_practice_id_number_key" ON "practice_versions"("practice_id", "number");
CREATE INDEX "practice_versions_author_id_idx" ON "practice_versions"("author_id");
CREATE INDEX "practice_versions_state_handed_in_at_id_idx" ON "practice_versions"("state", "handed_in_at", "id");
-- One version is under way at a time.
CREATE UNIQUE INDEX "practice_versions_one_under_way" ON "practice_versions"("practice_id") WHERE (state IN ('DRAFT', 'IN_REVIEW'));
CREATE UNIQUE INDEX "practice_files_version_id_file_id_key" ON "practice_files"("version_id", "file_id");
CREATE INDEX "practice_files_file_id_idx" ON "practice_files"("file_id");
CREATE UNIQUE INDEX "practice_consents_version_id_key" ON "practice_consents"("version_id");
CREATE INDEX "practice_consents_by_id_idx" ON "practice_consents"("by_id");
CREATE UNIQUE INDEX "practice_reviews_version_id_key" ON "practice_reviews"("version_id");
CREATE INDEX "practice_reviews_by_id_idx" ON "practice_reviews"("by_id");
CREATE INDEX "adoptions_practice_id_idx" ON "adoptions"("practice_id");
CREATE INDEX "adoptions_enterprise_id_idx" ON "adoptions"("enterprise_id");
CREATE INDEX "adoptions_by_id_idx" ON "adoptions"("by_id");
-- An enterprise uses a practice once.
CREATE UNIQUE INDEX "adoptions_one_open" ON "adoptions"("practice_id", "enterprise_id") WHERE (ended_at IS NULL);

ALTER TABLE "practices" ADD CONSTRAINT "practices_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practices" ADD CONSTRAINT "practices_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practices" ADD CONSTRAINT "practices_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "practice_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practices" ADD CONSTRAINT "practices_public_version_id_fkey" FOREIGN KEY ("public_version_id") REFERENCES "practice_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practices" ADD CONSTRAINT "practices_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practices" ADD CONSTRAINT "practices_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_versions" ADD CONSTRAINT "practice_versions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_files" ADD CONSTRAINT "practice_files_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "practice_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_files" ADD CONSTRAINT "practice_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_consents" ADD CONSTRAINT "practice_consents_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "practice_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_consents" ADD CONSTRAINT "practice_consents_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "practice_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "practice_reviews" ADD CONSTRAINT "practice_reviews_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
