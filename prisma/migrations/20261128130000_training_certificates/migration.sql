-- What a training leaves with whoever took part: one certificate for each person, verifiable by anybody who holds it.
CREATE TABLE certificates (
  id UUID NOT NULL,
  number TEXT NOT NULL,
  code TEXT NOT NULL,
  activity_id UUID NOT NULL,
  user_id UUID NOT NULL,
  enterprise_id UUID NOT NULL,
  name TEXT NOT NULL,
  enterprise_name TEXT NOT NULL,
  course TEXT NOT NULL,
  hours DOUBLE PRECISION NOT NULL,
  held_on DATE NOT NULL,
  issuer TEXT NOT NULL,
  issued_at TIMESTAMPTZ(3) NOT NULL,
  issued_by_id UUID NOT NULL,
  valid_until DATE,
  revoked_at TIMESTAMPTZ(3),
  revoked_by_id UUID,
  revoke_reason TEXT NOT NULL DEFAULT '',
  CONSTRAINT certificates_pkey PRIMARY KEY (id),
  CONSTRAINT certificates_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificates_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificates_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificates_issued_by_id_fkey FOREIGN KEY (issued_by_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificates_revoked_by_id_fkey FOREIGN KEY (revoked_by_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificates_hours CHECK (hours > 0 AND hours <= 100),
  CONSTRAINT certificates_hold_after_the_training CHECK (valid_until > held_on),
  CONSTRAINT certificates_are_revoked_by_somebody_for_a_reason CHECK (
    (revoked_at IS NULL) = (revoked_by_id IS NULL) AND (revoked_at IS NULL) = (revoke_reason = '')
  )
);

CREATE UNIQUE INDEX certificates_number_key ON certificates (number);
CREATE UNIQUE INDEX certificates_code_key ON certificates (code);
CREATE UNIQUE INDEX certificates_activity_id_user_id_key ON certificates (activity_id, user_id);
CREATE INDEX certificates_user_id_idx ON certificates (user_id);
CREATE INDEX certificates_enterprise_id_idx ON certificates (enterprise_id);
CREATE INDEX certificates_issued_by_id_idx ON certificates (issued_by_id);
CREATE INDEX certificates_revoked_by_id_idx ON certificates (revoked_by_id);
