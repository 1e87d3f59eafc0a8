-- The bell counts what a person has not read on every page: an index of that alone stays small however much was told.
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
