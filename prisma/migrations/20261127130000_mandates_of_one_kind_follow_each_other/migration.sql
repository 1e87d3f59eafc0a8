-- A mandate includes its last day. One that was taken back before it began has a last day before its first: it never held.
ALTER TABLE mandates
  DROP CONSTRAINT mandates_end_after_start,
  ADD CONSTRAINT mandates_end_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from - 1),
  ADD CONSTRAINT mandates_do_not_overlap EXCLUDE USING gist
    (user_id WITH =, enterprise_id WITH =, kind WITH =, daterange(valid_from, valid_to + 1, '[)') WITH &&);
