-- The attendance list of a meeting service, each line confirmed by a person.
CREATE TYPE "RosterLineState" AS ENUM ('OPEN', 'CONFIRMED', 'SET_ASIDE');

CREATE TABLE "rosters" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "unread" JSONB NOT NULL DEFAULT '[]',
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rosters_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "roster_lines" (
    "id" UUID NOT NULL,
    "roster_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "sittings" INTEGER NOT NULL,
    "state" "RosterLineState" NOT NULL DEFAULT 'OPEN',
    "user_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "roster_lines_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "rosters_activity_id_sha256_key" ON "rosters"("activity_id", "sha256");
CREATE INDEX "rosters_imported_by_id_idx" ON "rosters"("imported_by_id");
CREATE UNIQUE INDEX "roster_lines_roster_id_position_key" ON "roster_lines"("roster_id", "position");
CREATE INDEX "roster_lines_user_id_idx" ON "roster_lines"("user_id");
CREATE INDEX "roster_lines_decided_by_id_idx" ON "roster_lines"("decided_by_id");

ALTER TABLE "rosters" ADD CONSTRAINT "rosters_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "rosters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roster_lines" ADD CONSTRAINT "roster_lines_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "roster_lines" ADD CONSTRAINT roster_lines_confirmed CHECK ((state = 'CONFIRMED') = (user_id IS NOT NULL));
