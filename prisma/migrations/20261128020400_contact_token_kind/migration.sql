-- Alone, because a new enum value cannot be used in the transaction that adds it.
ALTER TYPE "UserTokenKind" ADD VALUE 'CONTACT';
