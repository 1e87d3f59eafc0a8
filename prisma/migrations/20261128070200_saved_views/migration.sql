-- Lists as people like to look at them, alone or with their office.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared_with" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_views_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "saved_views_have_a_name" CHECK (name <> ''),
    CONSTRAINT "saved_views_are_shared_with_an_office" CHECK (shared_with ~ '^(municipal|(jurisdiction|insurer):[0-9a-f-]{36})$')
);

CREATE INDEX "saved_views_owner_id_noun_idx" ON "saved_views"("owner_id", "noun");
CREATE INDEX "saved_views_shared_with_noun_idx" ON "saved_views"("shared_with", "noun");
-- One name once per person and list; what was removed gives its name free.
CREATE UNIQUE INDEX saved_views_name_once ON saved_views (owner_id, noun, name) WHERE removed_at IS NULL;

CREATE TABLE "view_defaults" (
    "user_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "view_defaults_pkey" PRIMARY KEY ("user_id", "noun"),
    CONSTRAINT "view_defaults_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "view_defaults_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_views"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "view_defaults_view_id_idx" ON "view_defaults"("view_id");
