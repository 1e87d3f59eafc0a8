import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const kept = globalThis as typeof globalThis & { testPlace?: string }

/**
 * A folder that this worker's test files use one after the other: its path stays, because modules that outlive a file
 * have read it, and each file finds it empty.
 */
export function emptyPlace(): string {
  kept.testPlace ??= mkdtempSync(path.join(tmpdir(), 'portal-test-'))
  clearPlace()
  mkdirSync(path.join(kept.testPlace, 'files'), { recursive: true })
  return kept.testPlace
}

export const clearPlace = (): void => rmSync(kept.testPlace ?? '', { recursive: true, force: true })
