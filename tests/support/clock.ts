import { writeFileSync } from 'node:fs'

/** The clock of this test file: lib/core/now reads it, so that a test says what time it is. */
export function setClock(instant: Date | string): void {
  writeFileSync(process.env['TEST_CLOCK_FILE'] ?? '', new Date(instant).toISOString())
}
