import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { clockFile, removeClock, setClock } from './clock'
import { createTestDatabase } from './database'

// Before any test file's imports: lib/core/env reads the environment once.
const database = await createTestDatabase()
process.env['DATABASE_URL'] = database.url
process.env['AUTH_SECRET'] = 'a-secret-of-the-tests-that-is-long-enough'
process.env['PUBLIC_URL'] = 'http://127.0.0.1:3000'
process.env['LOG_LEVEL'] = 'silent'
// Files that this test file puts away.
const files = mkdtempSync(path.join(tmpdir(), 'portal-files-'))
process.env['STORAGE_DIR'] = files
// The world's present (see worldNow), until a test sets another.
process.env['TEST_CLOCK_FILE'] = clockFile
setClock('2026-11-24T02:00:00Z')

afterAll(async () => {
  const { db } = await import('@/lib/core/db')
  await db.$disconnect()
  await database.drop()
  removeClock()
  rmSync(files, { recursive: true, force: true })
})
