-- What the schema language has no words for: periods that must not overlap, bounds, partial uniqueness, and an audit
-- trail that nobody rewrites.

CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT USAGE ON SCHEMA public TO PUBLIC;

ALTER TABLE deployment ADD CONSTRAINT deployment_is_one_row CHECK (id = 1);

ALTER TABLE users
  ADD CONSTRAINT users_have_an_account CHECK (email IS NOT NULL OR phone IS NOT NULL),
  ADD CONSTRAINT users_email_is_lower_case CHECK (email = lower(email));

-- An appointment names exactly the office that its role is about.
ALTER TABLE appointments
  ADD CONSTRAINT appointments_name_their_office CHECK (
    (role = 'MUNICIPAL') = (jurisdiction_id IS NULL AND insurer_id IS NULL AND enterprise_id IS NULL)
    AND (role = 'JURISDICTION') = (jurisdiction_id IS NOT NULL)
    AND (role = 'INSURER') = (insurer_id IS NOT NULL)
    AND (role = 'ENTERPRISE') = (enterprise_id IS NOT NULL)),
  ADD CONSTRAINT appointments_end_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);

ALTER TABLE mandates ADD CONSTRAINT mandates_end_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE licences ADD CONSTRAINT licences_end_after_start CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from);
ALTER TABLE enterprises
  ADD CONSTRAINT enterprises_credit_code_shape CHECK (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  ADD CONSTRAINT enterprises_employees_not_negative CHECK (employees >= 0);

ALTER TABLE alliance_years
  ADD CONSTRAINT alliance_years_meeting_target_range CHECK (meeting_target BETWEEN 0 AND 366),
  ADD CONSTRAINT alliance_years_training_minimum_range CHECK (training_minimum BETWEEN 1 AND 366),
  ADD CONSTRAINT alliance_years_year_range CHECK (year BETWEEN 2024 AND 2100);

ALTER TABLE memberships
  ADD CONSTRAINT memberships_end_after_start CHECK (left_on IS NULL OR left_on >= joined_on),
  ADD CONSTRAINT memberships_do_not_overlap EXCLUDE USING gist
    (alliance_id WITH =, enterprise_id WITH =, daterange(joined_on, left_on, '[)') WITH &&),
  ADD CONSTRAINT memberships_have_one_lead EXCLUDE USING gist
    (alliance_id WITH =, daterange(joined_on, left_on, '[)') WITH &&) WHERE (kind = 'LEAD');

ALTER TABLE insurer_appointments
  ADD CONSTRAINT insurer_appointments_end_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT insurer_appointments_do_not_overlap EXCLUDE USING gist
    (alliance_id WITH =, daterange(starts_on, ends_on, '[)') WITH &&),
  ADD CONSTRAINT insurer_appointments_deputy_is_another CHECK (deputy_id <> coordinator_id);

ALTER TABLE activities
  ADD CONSTRAINT activities_end_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT activities_capacity_positive CHECK (capacity > 0),
  ADD CONSTRAINT activities_never_oversold CHECK (places_taken >= 0 AND (capacity IS NULL OR places_taken <= capacity)),
  ADD CONSTRAINT activities_registration_window CHECK (registration_closes_at > registration_opens_at);

-- A person holds or waits for one place of an activity, whichever enterprise sends them; withdrawn rows stay as history.
CREATE UNIQUE INDEX registrations_person_once ON registrations (activity_id, user_id) WHERE user_id IS NOT NULL AND state IN ('PLACED', 'WAITING');
-- One leave of the whole enterprise.
CREATE UNIQUE INDEX registrations_leave_once ON registrations (activity_id, enterprise_id) WHERE user_id IS NULL AND state = 'ON_LEAVE';

-- Twice is once.
CREATE UNIQUE INDEX attendances_once ON attendances (activity_id, user_id, enterprise_id) WHERE undone_at IS NULL AND enterprise_id IS NOT NULL;
CREATE UNIQUE INDEX attendances_once_without_enterprise ON attendances (activity_id, user_id) WHERE undone_at IS NULL AND enterprise_id IS NULL;

-- The trail is append-only for whoever is not its owner (see scripts: the application's role owns nothing), and this
-- trigger stands in where a server offers only one role.
CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER access_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
