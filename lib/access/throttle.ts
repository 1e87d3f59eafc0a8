import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { db } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { networkOf } from './caller'

/**
 * Slows guessing down. Counters lie in PostgreSQL, so that all instances share them, and outside of any transaction, so
 * that a refusal does not undo the count. Keys are hashes: the table names nobody. See docs/adr on sign-in.
 */
type Query = { text: string; values: unknown[] }

/** What rate-limiter-flexible asks of a pg client, over the connections that the process holds already. */
const store = {
  query: async ({ text, values }: Query) => {
    const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values)
    return { rowCount: rows.length, rows: rows.map((row) => ({ ...row, expire: Number(row.expire ?? 0) })) }
  },
}

const counter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: store,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    // The worker's sweep does that for all.
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  })

const quarterHour = 15 * 60
const aDay = 24 * 60 * 60

type Gate = { free: number; attempts: RateLimiterPostgres; locks: RateLimiterPostgres }

/** So many attempts in a quarter of an hour; then shut for a minute, two, four … a quarter of an hour at most. */
const gate = (name: string, free: number): Gate => ({
  free,
  attempts: counter(name, free, quarterHour),
  locks: counter(`${name}-locks`, Number.MAX_SAFE_INTEGER, aDay),
})

/** One account from one address. An attacker elsewhere has a gate of his own and cannot shut this one. */
const pairGate = gate('pair', 5)

/** One address, whatever the accounts: a whole office may share it, so it is wide and shuts for as short. */
const addressGate = gate('address', 60)

/** The code after a right password, by the person: only a right password leads there, so no stranger can shut it. */
const codeGate = gate('code', 10)

/** One account from everywhere. Never shuts: it only makes the answer slower, for the owner by four seconds at most. */
const accountAttempts = counter('account', Number.MAX_SAFE_INTEGER, aDay)

export const lockSeconds = (locksToday: number): number => Math.min(60 * 2 ** (locksToday - 1), quarterHour)

/** How long an attempt waits, after so many on the account today. */
export const delayMilliseconds = (attemptsToday: number): number =>
  attemptsToday <= 20 ? 0 : Math.min(250 * 2 ** Math.floor((attemptsToday - 21) / 10), 4_000)

const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex')

const shut = (milliseconds: number) =>
  new Refusal('TOO_MANY_ATTEMPTS', {}, { minutes: Math.max(1, Math.ceil(milliseconds / 60_000)) })

/** Counts one attempt, or refuses. Counted before it is made: a thousand at once are a thousand. */
async function pass({ free, attempts, locks }: Gate, key: string): Promise<void> {
  const { consumedPoints, msBeforeNext } = await attempts.penalty(key)
  if (consumedPoints <= free) return
  // Exactly one of those that come at once is the first too many; it sets the lock.
  if (consumedPoints > free + 1) throw shut(msBeforeNext)
  const seconds = lockSeconds((await locks.penalty(key)).consumedPoints)
  await attempts.block(key, seconds)
  throw shut(seconds * 1_000)
}

/**
 * Admits one attempt at an account's password from an address, perhaps after a wait. The account is what was typed, in its
 * plain form, whether it exists or not.
 */
export async function admitAttempt(account: string, address: string): Promise<void> {
  const network = networkOf(address)
  await pass(addressGate, keyOf(network))
  await pass(pairGate, keyOf(account, network))
  const { consumedPoints } = await accountAttempts.penalty(keyOf(account))
  const delay = delayMilliseconds(consumedPoints)
  if (delay > 0) await wait(delay)
}

/** Admits one attempt at a person's one-time code. */
export const admitCode = (userId: string): Promise<void> => pass(codeGate, keyOf(userId))

/** A right password: this address starts anew with this account, and the attempt counts against nobody. */
export async function forgiveAttempt(account: string, address: string): Promise<void> {
  const network = networkOf(address)
  const pair = keyOf(account, network)
  await Promise.all([
    pairGate.attempts.delete(pair),
    pairGate.locks.delete(pair),
    addressGate.attempts.reward(keyOf(network)),
    accountAttempts.reward(keyOf(account)),
  ])
}

/** Things that may be done so often in an hour and no more. */
const hourly = {
  'reset-by-address': counter('reset-by-address', 20, 3_600),
  'reset-by-account': counter('reset-by-account', 3, 3_600),
  'contact-by-user': counter('contact-by-user', 5, 3_600),
  'link-by-address': counter('link-by-address', 60, 3_600),
  // A whole hall may type through one address; there are 887 million codes.
  'code-by-address': counter('code-by-address', 1_000, 3_600),
}

/** Whether there is one left of what may be done so often in an hour; takes it. */
export async function takeOne(name: keyof typeof hourly, of: string): Promise<boolean> {
  const limit = hourly[name]
  return (await limit.penalty(keyOf(of))).consumedPoints <= limit.points
}
