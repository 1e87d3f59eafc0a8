-- The link that makes the first administrator is issued before there is anybody to own it; every other one has an owner.
ALTER TABLE user_tokens ALTER COLUMN user_id DROP NOT NULL;
ALTER TABLE user_tokens
  ADD CONSTRAINT user_tokens_have_an_owner CHECK ((user_id IS NULL) = (kind::text = 'FIRST_ADMINISTRATOR'));

-- A person holds an office once at a time. An office is what the role names; the municipal bureau has no row of its own.
ALTER TABLE appointments
  ADD CONSTRAINT appointments_do_not_overlap EXCLUDE USING gist
    (user_id WITH =,
     (coalesce(jurisdiction_id, insurer_id, enterprise_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
     daterange(starts_on, ends_on, '[)') WITH &&);

-- The list of accounts is read in the order of names.
CREATE INDEX users_name_pinyin_id_idx ON users (name_pinyin, id);
