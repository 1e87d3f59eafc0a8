import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-clock-'))

/** The clock of this test file: lib/core/now reads it, so that a test says what time it is. */
export const clockFile = path.join(folder, 'now')

export function setClock(instant: Date | string): void {
  writeFileSync(clockFile, new Date(instant).toISOString())
}

export const removeClock = (): void => rmSync(folder, { recursive: true, force: true })
