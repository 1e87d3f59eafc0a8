import { writeFileSync } from 'node:fs'

/** The day around which the city of the stories lies, and the instant at which each story begins: 10:00 in Beijing. */
export const storyDay = '2026-11-24'
export const storyStart = '2026-11-24T02:00:00Z'

/** Says in the file that a portal reads what time it is there, from its next request on. */
export function setClock(file: string, instant: Date | string): void {
  writeFileSync(file, new Date(instant).toISOString())
}
