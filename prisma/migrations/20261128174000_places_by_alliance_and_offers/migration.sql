ALTER TABLE "activities" ADD COLUMN "per_enterprise" INTEGER, ADD COLUMN "offer_hours" INTEGER,
  ADD CONSTRAINT activities_per_enterprise_positive CHECK (per_enterprise > 0),
  ADD CONSTRAINT activities_offer_hours_positive CHECK (offer_hours > 0);

ALTER TABLE "activity_alliances" ADD COLUMN "capacity" INTEGER, ADD COLUMN "places_taken" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT activity_alliances_never_oversold
    CHECK (places_taken >= 0 AND (capacity IS NULL OR (capacity > 0 AND places_taken <= capacity)));

ALTER TABLE "registrations" ADD COLUMN "alliance_id" UUID, ADD COLUMN "offered_until" TIMESTAMPTZ(3),
  ADD CONSTRAINT registrations_offer_is_a_place CHECK (offered_until IS NULL OR state = 'PLACED');
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "registrations_alliance_id_idx" ON "registrations"("alliance_id");
-- The round of offers that lapse asks for these few.
CREATE INDEX registrations_offered ON registrations (offered_until) WHERE offered_until IS NOT NULL;

-- Places that are held already count against the alliance through which their enterprise came, the host before others.
UPDATE registrations r SET alliance_id = (
  SELECT aa.alliance_id FROM activities a
  JOIN activity_alliances aa ON aa.activity_id = a.id
  JOIN memberships m ON m.alliance_id = aa.alliance_id AND m.enterprise_id = r.enterprise_id
    AND m.joined_on <= (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date
    AND (m.left_on IS NULL OR m.left_on > (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date)
  WHERE a.id = r.activity_id
  ORDER BY aa.alliance_id <> a.host_alliance_id, aa.alliance_id LIMIT 1)
WHERE r.state = 'PLACED';
UPDATE activity_alliances aa SET places_taken = c.count FROM (
  SELECT activity_id, alliance_id, count(*) AS count FROM registrations
  WHERE state = 'PLACED' AND alliance_id IS NOT NULL GROUP BY activity_id, alliance_id) c
WHERE c.activity_id = aa.activity_id AND c.alliance_id = aa.alliance_id;
