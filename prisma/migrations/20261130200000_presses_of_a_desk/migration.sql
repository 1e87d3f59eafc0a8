-- A desk that was offline sends again what it pressed: leaving and taking back are known by their keys as coming is.
CREATE TYPE "DeskAct" AS ENUM ('CHECK_IN', 'CHECK_OUT', 'UNDO');

CREATE TABLE "desk_presses" (
    "key" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "act" "DeskAct" NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_presses_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "desk_presses_activity_id_idx" ON "desk_presses"("activity_id");
ALTER TABLE "desk_presses" ADD CONSTRAINT "desk_presses_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
