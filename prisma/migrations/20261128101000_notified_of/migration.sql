-- CreateIndex
CREATE INDEX "notifications_href_kind_idx" ON "notifications"("href", "kind");
