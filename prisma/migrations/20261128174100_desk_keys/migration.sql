-- What a desk that was offline sends twice is known by the key that it gave the press.
ALTER TABLE "attendances" ADD COLUMN "desk_key" UUID;
CREATE INDEX "attendances_desk_key_idx" ON "attendances"("desk_key");
