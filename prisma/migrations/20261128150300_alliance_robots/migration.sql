-- CreateTable
CREATE TABLE "alliance_robots" (
    "alliance_id" UUID NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "key_end" TEXT NOT NULL,
    "recent" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alliance_robots_pkey" PRIMARY KEY ("alliance_id")
);

-- CreateTable
CREATE TABLE "robot_messages" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "href" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "state" "OutboxState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "can_wait" BOOLEAN NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "robot_messages_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alliance_robots_set_by_id_idx" ON "alliance_robots"("set_by_id");

-- CreateIndex
CREATE INDEX "robot_messages_alliance_id_created_at_idx" ON "robot_messages"("alliance_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "robot_messages_state_next_at_idx" ON "robot_messages"("state", "next_at");

-- AddForeignKey
ALTER TABLE "alliance_robots" ADD CONSTRAINT "alliance_robots_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_robots" ADD CONSTRAINT "alliance_robots_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "robot_messages" ADD CONSTRAINT "robot_messages_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
