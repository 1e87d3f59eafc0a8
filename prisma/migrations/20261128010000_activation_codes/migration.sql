-- Codes by which enterprises claim their accounts, two thousand of them without two thousand mails.
CREATE TABLE activation_codes (
  id UUID NOT NULL,
  enterprise_id UUID NOT NULL,
  code_hash TEXT NOT NULL,
  issued_by_id UUID NOT NULL,
  issued_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  used_by_id UUID,
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT activation_codes_pkey PRIMARY KEY (id),
  CONSTRAINT activation_codes_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT activation_codes_issued_by_id_fkey FOREIGN KEY (issued_by_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT activation_codes_used_by_id_fkey FOREIGN KEY (used_by_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT activation_codes_last CHECK (expires_at > issued_at),
  CONSTRAINT activation_codes_are_used_by_somebody CHECK ((used_at IS NULL) = (used_by_id IS NULL)),
  CONSTRAINT activation_codes_end_once CHECK (used_at IS NULL OR revoked_at IS NULL)
);

CREATE UNIQUE INDEX activation_codes_code_hash_key ON activation_codes (code_hash);
CREATE INDEX activation_codes_enterprise_id_issued_at_idx ON activation_codes (enterprise_id, issued_at);
CREATE INDEX activation_codes_issued_by_id_idx ON activation_codes (issued_by_id);
CREATE INDEX activation_codes_used_by_id_idx ON activation_codes (used_by_id);

-- Issuing anew revokes the one before: of an enterprise one code is open.
CREATE UNIQUE INDEX activation_codes_one_open_per_enterprise ON activation_codes (enterprise_id)
  WHERE used_at IS NULL AND revoked_at IS NULL;
