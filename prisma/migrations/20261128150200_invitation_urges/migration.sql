-- CreateTable
CREATE TABLE "invitation_urges" (
    "id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "urged_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_urges_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invitation_urges_urged_by_id_idx" ON "invitation_urges"("urged_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_urges_invitation_id_day_key" ON "invitation_urges"("invitation_id", "day");

-- AddForeignKey
ALTER TABLE "invitation_urges" ADD CONSTRAINT "invitation_urges_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_urges" ADD CONSTRAINT "invitation_urges_urged_by_id_fkey" FOREIGN KEY ("urged_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
