-- Which enterprises are suggested to which alliance: data, because the mapping is the office's estimate and will change.
CREATE TABLE "alliance_industry_codes" (
    "id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "industry_code" TEXT,
    "business_kind" "BusinessKind",

    CONSTRAINT "alliance_industry_codes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "alliance_industry_codes_name_something" CHECK (industry_code IS NOT NULL OR business_kind IS NOT NULL),
    CONSTRAINT "alliance_industry_codes_code_shape" CHECK (industry_code ~ '^[0-9]{4}$')
);
CREATE INDEX "alliance_industry_codes_alliance_id_idx" ON "alliance_industry_codes"("alliance_id");
ALTER TABLE "alliance_industry_codes" ADD CONSTRAINT "alliance_industry_codes_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
