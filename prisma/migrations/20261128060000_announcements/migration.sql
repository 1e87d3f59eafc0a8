-- Announcements: to everyone, jurisdictions, alliances or the public, with files and who has noted them.
CREATE TYPE "AnnouncementAudience" AS ENUM ('PUBLIC', 'EVERYONE', 'JURISDICTIONS', 'ALLIANCES');

CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" "AnnouncementAudience" NOT NULL,
    "author_role" "AppointmentRole" NOT NULL,
    "jurisdiction_id" UUID,
    "insurer_id" UUID,
    "enterprise_id" UUID,
    "created_by_id" UUID NOT NULL,
    "publish_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT NOT NULL DEFAULT '',
    "pinned_until" DATE,
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "announcements_one_office" CHECK (
        (author_role = 'JURISDICTION') = (jurisdiction_id IS NOT NULL)
        AND (author_role = 'INSURER') = (insurer_id IS NOT NULL)
        AND (author_role = 'ENTERPRISE') = (enterprise_id IS NOT NULL)),
    CONSTRAINT "announcements_public_of_the_bureau" CHECK (audience NOT IN ('PUBLIC', 'EVERYONE') OR author_role = 'MUNICIPAL'),
    CONSTRAINT "announcements_withdrawn_with_reason" CHECK ((withdrawn_at IS NULL) = (withdraw_reason = '')),
    CONSTRAINT "announcements_told_when_published" CHECK (told_at IS NULL OR (publish_at IS NOT NULL AND told_at >= publish_at))
);

CREATE INDEX "announcements_publish_at_id_idx" ON "announcements"("publish_at" DESC, "id" DESC);
CREATE INDEX "announcements_created_at_id_idx" ON "announcements"("created_at" DESC, "id" DESC);
CREATE INDEX "announcements_jurisdiction_id_idx" ON "announcements"("jurisdiction_id");
CREATE INDEX "announcements_insurer_id_idx" ON "announcements"("insurer_id");
CREATE INDEX "announcements_enterprise_id_idx" ON "announcements"("enterprise_id");
CREATE INDEX "announcements_created_by_id_idx" ON "announcements"("created_by_id");
-- What the worker looks for every few seconds: published and not told yet.
CREATE INDEX "announcements_untold" ON "announcements"("publish_at") WHERE (told_at IS NULL AND withdrawn_at IS NULL);

CREATE TABLE "announcement_addressees" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "jurisdiction_id" UUID,
    "alliance_id" UUID,

    CONSTRAINT "announcement_addressees_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "announcement_addressees_one_of_two" CHECK (num_nonnulls(jurisdiction_id, alliance_id) = 1)
);

CREATE UNIQUE INDEX "announcement_addressees_announcement_id_jurisdiction_id_key" ON "announcement_addressees"("announcement_id", "jurisdiction_id");
CREATE UNIQUE INDEX "announcement_addressees_announcement_id_alliance_id_key" ON "announcement_addressees"("announcement_id", "alliance_id");
CREATE INDEX "announcement_addressees_jurisdiction_id_idx" ON "announcement_addressees"("jurisdiction_id");
CREATE INDEX "announcement_addressees_alliance_id_idx" ON "announcement_addressees"("alliance_id");

CREATE TABLE "announcement_files" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_files_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "announcement_files_announcement_id_idx" ON "announcement_files"("announcement_id");
CREATE INDEX "announcement_files_file_id_idx" ON "announcement_files"("file_id");

CREATE TABLE "announcement_reads" (
    "id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "enterprise_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_reads_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "announcement_reads_announcement_id_enterprise_id_idx" ON "announcement_reads"("announcement_id", "enterprise_id");
CREATE INDEX "announcement_reads_user_id_idx" ON "announcement_reads"("user_id");
CREATE INDEX "announcement_reads_enterprise_id_idx" ON "announcement_reads"("enterprise_id");
-- A firm notes an announcement once, whoever of its people presses first; other people once each.
CREATE UNIQUE INDEX "announcement_reads_once_for_a_firm" ON "announcement_reads"("announcement_id", "enterprise_id") WHERE (enterprise_id IS NOT NULL);
CREATE UNIQUE INDEX "announcement_reads_once_for_a_person" ON "announcement_reads"("announcement_id", "user_id") WHERE (enterprise_id IS NULL);

ALTER TABLE "announcements" ADD CONSTRAINT "announcements_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_addressees" ADD CONSTRAINT "announcement_addressees_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "announcement_addressees" ADD CONSTRAINT "announcement_addressees_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_addressees" ADD CONSTRAINT "announcement_addressees_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_files" ADD CONSTRAINT "announcement_files_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_files" ADD CONSTRAINT "announcement_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "announcement_reads" ADD CONSTRAINT "announcement_reads_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
