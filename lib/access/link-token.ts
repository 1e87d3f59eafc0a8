import { createHash, randomBytes } from 'node:crypto'

/** What a link carries and what is kept of it. */
export type LinkToken = { token: string; tokenHash: string }

export const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 256 bits. Only the hash is ever stored; SHA-256 suffices, because nobody can guess through so many. */
export function newLinkToken(): LinkToken {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashLinkToken(token) }
}
