import { writeFileSync } from 'node:fs'

/** The day around which the city of the stories lies, and the instant at which each story begins: 10:00 in Beijing. */
export const storyDay = '2026-11-24'
export const storyStart = '2026-11-24T02:00:00Z'

/** Says what time it is in the portal, from the next request on. */
export function setE2eClock(instant: Date | string): void {
  const file = process.env['E2E_CLOCK_FILE']
  if (!file) throw new Error('E2E_CLOCK_FILE is not set: run the stories with npm run e2e')
  writeFileSync(file, new Date(instant).toISOString())
}
