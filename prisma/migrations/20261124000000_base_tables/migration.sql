
-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('EXCHANGE_MEETING', 'SITE_VISIT', 'DISCUSSION', 'EXPERIENCE_SHARING', 'TRAINING', 'MUTUAL_INSPECTION', 'EXCHANGE_VISIT', 'EXPERT_GUIDANCE');

-- CreateEnum
CREATE TYPE "ActivityMode" AS ENUM ('ON_SITE', 'ONLINE', 'MIXED');

-- CreateEnum
CREATE TYPE "ActivityState" AS ENUM ('DRAFT', 'PUBLISHED', 'HELD', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ActivityFileKind" AS ENUM ('MATERIAL', 'MINUTES');

-- CreateEnum
CREATE TYPE "AllianceYearState" AS ENUM ('PLANNED', 'RUNNING', 'CLOSED');

-- CreateEnum
CREATE TYPE "MembershipKind" AS ENUM ('LEAD', 'MEMBER');

-- CreateEnum
CREATE TYPE "RegistrationState" AS ENUM ('PLACED', 'WAITING', 'WITHDRAWN', 'ON_LEAVE');

-- CreateEnum
CREATE TYPE "AttendanceMethod" AS ENUM ('CODE_SCANNED', 'CODE_TYPED', 'DOOR_DESK', 'CORRECTION');

-- CreateEnum
CREATE TYPE "SizeClass" AS ENUM ('LARGE', 'MEDIUM', 'SMALL', 'MICRO');

-- CreateEnum
CREATE TYPE "StandardizationLevel" AS ENUM ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'NONE');

-- CreateEnum
CREATE TYPE "MajorHazardLevel" AS ENUM ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4');

-- CreateEnum
CREATE TYPE "BusinessKind" AS ENUM ('PRODUCTION', 'TRADE_WITH_STORAGE', 'WAREHOUSING', 'FILLING_STATION', 'USE', 'PHARMACEUTICAL');

-- CreateEnum
CREATE TYPE "LicenceKind" AS ENUM ('SAFETY_PRODUCTION', 'HAZCHEM_TRADE', 'HAZCHEM_USE', 'PORT', 'REFINED_OIL_RETAIL', 'PHARMACEUTICAL_PRODUCTION', 'OTHER');

-- CreateEnum
CREATE TYPE "MandateKind" AS ENUM ('PRINCIPAL', 'DESIGNATED');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('UPLOADED', 'CHECKING', 'CHECKED', 'CONFIRMING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ImportVerdict" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('WAITING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "JurisdictionKind" AS ENUM ('DISTRICT', 'FUNCTIONAL_AREA');

-- CreateEnum
CREATE TYPE "TopicSource" AS ENUM ('ANNEX', 'OWN');

-- CreateEnum
CREATE TYPE "TopicState" AS ENUM ('PLANNED', 'RUNNING', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('ZH_CN', 'EN');

-- CreateEnum
CREATE TYPE "AppointmentRole" AS ENUM ('MUNICIPAL', 'JURISDICTION', 'INSURER', 'ENTERPRISE');

-- CreateEnum
CREATE TYPE "UserTokenKind" AS ENUM ('INVITATION', 'RESET');

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_hat" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "subject_label" TEXT NOT NULL DEFAULT '',
    "changes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_hat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "access_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "activities" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "state" "ActivityState" NOT NULL DEFAULT 'DRAFT',
    "mode" "ActivityMode" NOT NULL DEFAULT 'ON_SITE',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "host_alliance_id" UUID NOT NULL,
    "insurer_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "online_url" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER,
    "places_taken" INTEGER NOT NULL DEFAULT 0,
    "registration_opens_at" TIMESTAMPTZ(3),
    "registration_closes_at" TIMESTAMPTZ(3),
    "check_in_secret" TEXT NOT NULL,
    "minutes" TEXT NOT NULL DEFAULT '',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "activities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_alliances" (
    "activity_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,

    CONSTRAINT "activity_alliances_pkey" PRIMARY KEY ("activity_id","alliance_id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL,
    "speaker" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_files" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" "ActivityFileKind" NOT NULL DEFAULT 'MATERIAL',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alliances" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "alliances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alliance_years" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "AllianceYearState" NOT NULL DEFAULT 'PLANNED',
    "meeting_target" INTEGER,
    "training_minimum" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alliance_years_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "kind" "MembershipKind" NOT NULL DEFAULT 'MEMBER',
    "joined_on" DATE NOT NULL,
    "left_on" DATE,
    "join_reason" TEXT NOT NULL DEFAULT '',
    "leave_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_decisions" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "term_ends_on" DATE,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insurer_appointments" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "insurer_id" UUID NOT NULL,
    "coordinator_id" UUID NOT NULL,
    "deputy_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "insurer_appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "user_id" UUID,
    "state" "RegistrationState" NOT NULL,
    "leave_reason" TEXT NOT NULL DEFAULT '',
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "enterprise_id" UUID,
    "registration_id" UUID,
    "checked_in_at" TIMESTAMPTZ(3) NOT NULL,
    "method" "AttendanceMethod" NOT NULL,
    "is_walk_in" BOOLEAN NOT NULL DEFAULT false,
    "mandate_kind" "MandateKind",
    "recorded_by_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deployment" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL,
    "anchor_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprises" (
    "id" UUID NOT NULL,
    "credit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "establishment" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "business_kind" "BusinessKind" NOT NULL,
    "industry_code" TEXT,
    "employees" INTEGER,
    "size_class" "SizeClass",
    "standardization_level" "StandardizationLevel",
    "standardization_valid_to" DATE,
    "major_hazard_level" "MajorHazardLevel",
    "principal_name" TEXT,
    "principal_phone" TEXT,
    "safety_lead_name" TEXT,
    "safety_lead_phone" TEXT,
    "supervising_jurisdiction_id" UUID NOT NULL,
    "located_district_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_on" DATE,
    "search_tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enterprises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "licences" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "kind" "LicenceKind" NOT NULL,
    "number" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "licences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandates" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "kind" "MandateKind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "letter_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mandates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'UPLOADED',
    "uploaded_by_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "error_file_id" UUID,
    "mapping" JSONB,
    "sample" JSONB,
    "with_memberships" BOOLEAN NOT NULL DEFAULT false,
    "joined_on" DATE,
    "handled_rows" INTEGER NOT NULL DEFAULT 0,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "new_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "unchanged_rows" INTEGER NOT NULL DEFAULT 0,
    "wrong_rows" INTEGER NOT NULL DEFAULT 0,
    "added_memberships" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" "ImportVerdict" NOT NULL,
    "values" JSONB NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "changes" JSONB NOT NULL DEFAULT '{}',
    "enterprise_id" UUID,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_messages" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "OutboxState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jurisdictions" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "JurisdictionKind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "former_codes" TEXT[],
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "jurisdictions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insurers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,

    CONSTRAINT "insurers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" UUID NOT NULL,
    "alliance_year_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "source" "TopicSource" NOT NULL DEFAULT 'OWN',
    "state" "TopicState" NOT NULL DEFAULT 'PLANNED',
    "owner_id" UUID,
    "progress_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "name" TEXT NOT NULL,
    "name_pinyin" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'ZH_CN',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "AppointmentRole" NOT NULL,
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "jurisdiction_id" UUID,
    "insurer_id" UUID,
    "enterprise_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',
    "hat" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "UserTokenKind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_at_id_idx" ON "audit_events"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_events_subject_type_subject_id_at_idx" ON "audit_events"("subject_type", "subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_events_actor_id_at_idx" ON "audit_events"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_events_verb_at_idx" ON "audit_events"("verb", "at" DESC);

-- CreateIndex
CREATE INDEX "access_events_at_id_idx" ON "access_events"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "access_events_subject_type_subject_id_idx" ON "access_events"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "access_events_actor_id_at_idx" ON "access_events"("actor_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "activities_code_key" ON "activities"("code");

-- CreateIndex
CREATE INDEX "activities_host_alliance_id_starts_at_idx" ON "activities"("host_alliance_id", "starts_at");

-- CreateIndex
CREATE INDEX "activities_starts_at_id_idx" ON "activities"("starts_at", "id");

-- CreateIndex
CREATE INDEX "activities_insurer_id_idx" ON "activities"("insurer_id");

-- CreateIndex
CREATE INDEX "activities_created_by_id_idx" ON "activities"("created_by_id");

-- CreateIndex
CREATE INDEX "activity_alliances_alliance_id_idx" ON "activity_alliances"("alliance_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_activity_id_position_key" ON "agenda_items"("activity_id", "position");

-- CreateIndex
CREATE INDEX "activity_files_activity_id_idx" ON "activity_files"("activity_id");

-- CreateIndex
CREATE INDEX "activity_files_file_id_idx" ON "activity_files"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "alliances_slug_key" ON "alliances"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "alliances_name_key" ON "alliances"("name");

-- CreateIndex
CREATE UNIQUE INDEX "alliances_sort_order_key" ON "alliances"("sort_order");

-- CreateIndex
CREATE INDEX "alliance_years_year_idx" ON "alliance_years"("year");

-- CreateIndex
CREATE UNIQUE INDEX "alliance_years_alliance_id_year_key" ON "alliance_years"("alliance_id", "year");

-- CreateIndex
CREATE INDEX "memberships_alliance_id_left_on_idx" ON "memberships"("alliance_id", "left_on");

-- CreateIndex
CREATE INDEX "memberships_enterprise_id_idx" ON "memberships"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_decisions_membership_id_key" ON "lead_decisions"("membership_id");

-- CreateIndex
CREATE INDEX "lead_decisions_alliance_id_idx" ON "lead_decisions"("alliance_id");

-- CreateIndex
CREATE INDEX "lead_decisions_enterprise_id_idx" ON "lead_decisions"("enterprise_id");

-- CreateIndex
CREATE INDEX "lead_decisions_decided_by_id_idx" ON "lead_decisions"("decided_by_id");

-- CreateIndex
CREATE INDEX "insurer_appointments_alliance_id_idx" ON "insurer_appointments"("alliance_id");

-- CreateIndex
CREATE INDEX "insurer_appointments_insurer_id_idx" ON "insurer_appointments"("insurer_id");

-- CreateIndex
CREATE INDEX "insurer_appointments_coordinator_id_idx" ON "insurer_appointments"("coordinator_id");

-- CreateIndex
CREATE INDEX "insurer_appointments_deputy_id_idx" ON "insurer_appointments"("deputy_id");

-- CreateIndex
CREATE INDEX "registrations_activity_id_state_queued_at_id_idx" ON "registrations"("activity_id", "state", "queued_at", "id");

-- CreateIndex
CREATE INDEX "registrations_enterprise_id_idx" ON "registrations"("enterprise_id");

-- CreateIndex
CREATE INDEX "registrations_user_id_idx" ON "registrations"("user_id");

-- CreateIndex
CREATE INDEX "registrations_created_by_id_idx" ON "registrations"("created_by_id");

-- CreateIndex
CREATE INDEX "attendances_activity_id_enterprise_id_idx" ON "attendances"("activity_id", "enterprise_id");

-- CreateIndex
CREATE INDEX "attendances_enterprise_id_activity_id_idx" ON "attendances"("enterprise_id", "activity_id");

-- CreateIndex
CREATE INDEX "attendances_user_id_idx" ON "attendances"("user_id");

-- CreateIndex
CREATE INDEX "attendances_registration_id_idx" ON "attendances"("registration_id");

-- CreateIndex
CREATE INDEX "attendances_recorded_by_id_idx" ON "attendances"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_storage_key_key" ON "stored_files"("storage_key");

-- CreateIndex
CREATE INDEX "stored_files_created_by_id_idx" ON "stored_files"("created_by_id");

-- CreateIndex
CREATE INDEX "enterprises_name_id_idx" ON "enterprises"("name", "id");

-- CreateIndex
CREATE INDEX "enterprises_supervising_jurisdiction_id_name_id_idx" ON "enterprises"("supervising_jurisdiction_id", "name", "id");

-- CreateIndex
CREATE INDEX "enterprises_located_district_id_idx" ON "enterprises"("located_district_id");

-- CreateIndex
CREATE INDEX "enterprises_search_tokens_idx" ON "enterprises" USING GIN ("search_tokens");

-- CreateIndex
CREATE UNIQUE INDEX "enterprises_credit_code_name_key" ON "enterprises"("credit_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "licences_number_key" ON "licences"("number");

-- CreateIndex
CREATE INDEX "licences_enterprise_id_idx" ON "licences"("enterprise_id");

-- CreateIndex
CREATE INDEX "licences_valid_to_idx" ON "licences"("valid_to");

-- CreateIndex
CREATE INDEX "mandates_user_id_idx" ON "mandates"("user_id");

-- CreateIndex
CREATE INDEX "mandates_enterprise_id_idx" ON "mandates"("enterprise_id");

-- CreateIndex
CREATE INDEX "mandates_letter_id_idx" ON "mandates"("letter_id");

-- CreateIndex
CREATE INDEX "imports_uploaded_by_id_idx" ON "imports"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "imports_file_id_idx" ON "imports"("file_id");

-- CreateIndex
CREATE INDEX "imports_error_file_id_idx" ON "imports"("error_file_id");

-- CreateIndex
CREATE INDEX "imports_created_at_idx" ON "imports"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_rows_import_id_verdict_row_idx" ON "import_rows"("import_id", "verdict", "row");

-- CreateIndex
CREATE INDEX "import_rows_enterprise_id_idx" ON "import_rows"("enterprise_id");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outbox_messages_state_next_at_idx" ON "outbox_messages"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdictions_code_key" ON "jurisdictions"("code");

-- CreateIndex
CREATE UNIQUE INDEX "insurers_name_key" ON "insurers"("name");

-- CreateIndex
CREATE INDEX "topics_owner_id_idx" ON "topics"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_alliance_year_id_title_key" ON "topics"("alliance_year_id", "title");

-- CreateIndex
CREATE INDEX "milestones_topic_id_idx" ON "milestones"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_phone_key" ON "users"("phone");

-- CreateIndex
CREATE INDEX "appointments_user_id_idx" ON "appointments"("user_id");

-- CreateIndex
CREATE INDEX "appointments_jurisdiction_id_idx" ON "appointments"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "appointments_insurer_id_idx" ON "appointments"("insurer_id");

-- CreateIndex
CREATE INDEX "appointments_enterprise_id_idx" ON "appointments"("enterprise_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_tokens_token_hash_key" ON "user_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "user_tokens_user_id_idx" ON "user_tokens"("user_id");

-- CreateIndex
CREATE INDEX "user_tokens_created_by_id_idx" ON "user_tokens"("created_by_id");

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_host_alliance_id_fkey" FOREIGN KEY ("host_alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activities" ADD CONSTRAINT "activities_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_alliances" ADD CONSTRAINT "activity_alliances_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_alliances" ADD CONSTRAINT "activity_alliances_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_files" ADD CONSTRAINT "activity_files_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_files" ADD CONSTRAINT "activity_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_years" ADD CONSTRAINT "alliance_years_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_decisions" ADD CONSTRAINT "lead_decisions_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_decisions" ADD CONSTRAINT "lead_decisions_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_decisions" ADD CONSTRAINT "lead_decisions_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "memberships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_decisions" ADD CONSTRAINT "lead_decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurer_appointments" ADD CONSTRAINT "insurer_appointments_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurer_appointments" ADD CONSTRAINT "insurer_appointments_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurer_appointments" ADD CONSTRAINT "insurer_appointments_coordinator_id_fkey" FOREIGN KEY ("coordinator_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurer_appointments" ADD CONSTRAINT "insurer_appointments_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_supervising_jurisdiction_id_fkey" FOREIGN KEY ("supervising_jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_located_district_id_fkey" FOREIGN KEY ("located_district_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licences" ADD CONSTRAINT "licences_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_error_file_id_fkey" FOREIGN KEY ("error_file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_alliance_year_id_fkey" FOREIGN KEY ("alliance_year_id") REFERENCES "alliance_years"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


