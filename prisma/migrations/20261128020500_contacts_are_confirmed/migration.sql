-- A new mail address replaces the old one when a link that was sent to it is used; until then it stands with the link.
ALTER TABLE user_tokens ADD COLUMN email TEXT;
ALTER TABLE user_tokens
  ADD CONSTRAINT user_tokens_confirm_an_address CHECK ((email IS NOT NULL) = (kind::text = 'CONTACT')),
  ADD CONSTRAINT user_tokens_email_is_lower_case CHECK (email = lower(email));
