import { readFileSync } from 'node:fs'
import { dayOf, type Day } from './clock'
import { env } from './env'

/**
 * The clock seam: the only place that asks the machine for the time. End-to-end tests put an instant into
 * TEST_CLOCK_FILE; the start refuses that variable in a real database.
 */
export function now(): Date {
  if (env.TEST_CLOCK_FILE) {
    const written = new Date(readFileSync(env.TEST_CLOCK_FILE, 'utf8').trim())
    if (!Number.isNaN(written.getTime())) return written
  }
  return new Date()
}

/** Today in Beijing. */
export const today = (): Day => dayOf(now())
