-- Who supervised an enterprise before, and when it was closed: reports of the past stay with whom they concerned.
CREATE TABLE "enterprise_supervisions" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enterprise_supervisions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "enterprise_supervisions_end_after_start" CHECK (ends_on > starts_on),
    CONSTRAINT "enterprise_supervisions_do_not_overlap" EXCLUDE USING gist
      (enterprise_id WITH =, daterange(starts_on, ends_on, '[)') WITH &&)
);
CREATE INDEX "enterprise_supervisions_enterprise_id_idx" ON "enterprise_supervisions"("enterprise_id");
CREATE INDEX "enterprise_supervisions_jurisdiction_id_idx" ON "enterprise_supervisions"("jurisdiction_id");
ALTER TABLE "enterprise_supervisions" ADD CONSTRAINT "enterprise_supervisions_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enterprise_supervisions" ADD CONSTRAINT "enterprise_supervisions_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdictions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "enterprise_closures" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "closed_on" DATE NOT NULL,
    "reopened_on" DATE,
    "close_reason" TEXT NOT NULL DEFAULT '',
    "reopen_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enterprise_closures_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "enterprise_closures_reopen_after_closing" CHECK (reopened_on >= closed_on),
    CONSTRAINT "enterprise_closures_do_not_overlap" EXCLUDE USING gist
      (enterprise_id WITH =, daterange(closed_on, reopened_on, '[)') WITH &&)
);
CREATE INDEX "enterprise_closures_enterprise_id_idx" ON "enterprise_closures"("enterprise_id");
ALTER TABLE "enterprise_closures" ADD CONSTRAINT "enterprise_closures_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
