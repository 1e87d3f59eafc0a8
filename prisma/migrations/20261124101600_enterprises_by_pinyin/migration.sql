-- Names are sorted as people look them up. A server built without ICU keeps the order of code points.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'zh-x-icu') THEN
    ALTER TABLE enterprises ALTER COLUMN name TYPE text COLLATE "zh-x-icu";
  END IF;
END $$;
