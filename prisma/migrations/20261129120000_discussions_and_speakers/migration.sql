-- CreateTable
CREATE TABLE "activity_discussions" (
    "activity_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT '',
    "written_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "activity_discussions_pkey" PRIMARY KEY ("activity_id")
);

-- CreateTable
CREATE TABLE "activity_speakers" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "practice_id" UUID,
    "named_by_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_speakers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_discussions_written_by_id_idx" ON "activity_discussions"("written_by_id");

-- CreateIndex
CREATE INDEX "activity_speakers_enterprise_id_idx" ON "activity_speakers"("enterprise_id");

-- CreateIndex
CREATE INDEX "activity_speakers_practice_id_idx" ON "activity_speakers"("practice_id");

-- CreateIndex
CREATE INDEX "activity_speakers_named_by_id_idx" ON "activity_speakers"("named_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_speakers_activity_id_enterprise_id_key" ON "activity_speakers"("activity_id", "enterprise_id");

-- AddForeignKey
ALTER TABLE "activity_discussions" ADD CONSTRAINT "activity_discussions_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_discussions" ADD CONSTRAINT "activity_discussions_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_speakers" ADD CONSTRAINT "activity_speakers_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_speakers" ADD CONSTRAINT "activity_speakers_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_speakers" ADD CONSTRAINT "activity_speakers_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_speakers" ADD CONSTRAINT "activity_speakers_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
