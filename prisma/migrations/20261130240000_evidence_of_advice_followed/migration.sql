-- What an enterprise shows for what it did about a point of the advice.
CREATE TABLE "guidance_advice_files" (
    "id" UUID NOT NULL,
    "advice_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "guidance_advice_files_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "guidance_advice_files_advice_id_idx" ON "guidance_advice_files"("advice_id");
CREATE INDEX "guidance_advice_files_file_id_idx" ON "guidance_advice_files"("file_id");
ALTER TABLE "guidance_advice_files" ADD CONSTRAINT "guidance_advice_files_advice_id_fkey" FOREIGN KEY ("advice_id") REFERENCES "guidance_advice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "guidance_advice_files" ADD CONSTRAINT "guidance_advice_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
