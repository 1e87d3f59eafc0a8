-- When whoever arranges a visit was told that a point of its advice is long overdue: once.
ALTER TABLE "guidance_advice" ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
