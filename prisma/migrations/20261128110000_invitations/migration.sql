-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invitations_user_id_idx" ON "invitations"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_activity_id_user_id_key" ON "invitations"("activity_id", "user_id");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who was invited before there were links may answer by one too.
INSERT INTO "invitations" ("id", "activity_id", "user_id", "created_at")
SELECT gen_random_uuid(), a."id", n."user_id", min(n."created_at")
FROM "notifications" n JOIN "activities" a ON n."href" = '/portal/activities/' || a."id"
WHERE n."kind" = 'ACTIVITY_INVITED'
GROUP BY a."id", n."user_id";
