CREATE TYPE "ActionItemState" AS ENUM ('OPEN', 'DONE', 'CONFIRMED');

-- What an activity decided.
CREATE TABLE "activity_decisions" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "recorded_by_id" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "activity_decisions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "activity_decisions_activity_id_position_key" ON "activity_decisions"("activity_id", "position");
CREATE INDEX "activity_decisions_recorded_by_id_idx" ON "activity_decisions"("recorded_by_id");
ALTER TABLE "activity_decisions" ADD CONSTRAINT "activity_decisions_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity_decisions" ADD CONSTRAINT "activity_decisions_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity_decisions" ADD CONSTRAINT "activity_decisions_say_something" CHECK (btrim("text") <> '');

-- What somebody took home from it to do by a day.
CREATE TABLE "action_items" (
  "id" UUID NOT NULL,
  "activity_id" UUID NOT NULL,
  "decision_id" UUID,
  "text" TEXT NOT NULL,
  "owner_enterprise_id" UUID,
  "owner_person" TEXT NOT NULL DEFAULT '',
  "due_on" DATE NOT NULL,
  "state" "ActionItemState" NOT NULL DEFAULT 'OPEN',
  "evidence" TEXT NOT NULL DEFAULT '',
  "done_at" TIMESTAMPTZ(3),
  "done_by_id" UUID,
  "given_by_id" UUID NOT NULL,
  "given_at" TIMESTAMPTZ(3) NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "action_items_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "action_items_activity_id_idx" ON "action_items"("activity_id");
CREATE INDEX "action_items_decision_id_idx" ON "action_items"("decision_id");
CREATE INDEX "action_items_owner_enterprise_id_state_idx" ON "action_items"("owner_enterprise_id", "state");
CREATE INDEX "action_items_done_by_id_idx" ON "action_items"("done_by_id");
CREATE INDEX "action_items_given_by_id_idx" ON "action_items"("given_by_id");
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "activity_decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_owner_enterprise_id_fkey" FOREIGN KEY ("owner_enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_say_something" CHECK (btrim("text") <> '');
-- Whoever says that it is done says by what one sees it, and when, and who says it.
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_done_with_evidence" CHECK (
  CASE WHEN "state" = 'OPEN' THEN "done_at" IS NULL AND "done_by_id" IS NULL
  ELSE "done_at" IS NOT NULL AND "done_by_id" IS NOT NULL AND btrim("evidence") <> '' END
);
