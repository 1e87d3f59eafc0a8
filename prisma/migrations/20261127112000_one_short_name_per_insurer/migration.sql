-- CreateIndex
CREATE UNIQUE INDEX "insurers_short_name_key" ON "insurers"("short_name");
