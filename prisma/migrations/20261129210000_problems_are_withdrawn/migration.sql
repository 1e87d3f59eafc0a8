-- A problem that was sent by mistake is withdrawn with a reason. The new value is not named here, because it can be used only
-- after the transaction that adds it.
ALTER TYPE "ProblemState" ADD VALUE 'WITHDRAWN';
ALTER TABLE "problems"
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_by_id" UUID,
  ADD COLUMN "withdraw_reason" TEXT NOT NULL DEFAULT '';
CREATE INDEX "problems_withdrawn_by_id_idx" ON "problems"("withdrawn_by_id");
ALTER TABLE "problems" ADD CONSTRAINT "problems_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "problems" DROP CONSTRAINT "problems_sent_at";
ALTER TABLE "problems" ADD CONSTRAINT "problems_sent_at" CHECK (("state" <> 'DRAFT') = ("sent_at" IS NOT NULL));
ALTER TABLE "problems" ADD CONSTRAINT "problems_withdrawn_with_a_reason" CHECK (
  ("state" NOT IN ('DRAFT', 'SENT')) = ("withdrawn_at" IS NOT NULL)
  AND ("withdrawn_at" IS NULL) = ("withdrawn_by_id" IS NULL)
  AND ("withdrawn_at" IS NULL) = (btrim("withdraw_reason") = '')
);
