import path from 'node:path'
import { afterAll } from 'vitest'
import { setClock } from './clock'
import { createTestDatabase } from './database'
import { clearPlace, emptyPlace } from './worker-place'

// Before any test file's imports: lib/core/env reads the environment once. Most files share their worker's modules (see
// vitest.config.ts), so what is named here is the same for each file of a worker, and each file finds it fresh.
const place = emptyPlace()
const database = await createTestDatabase(process.env['VITEST_POOL_ID'] ?? '')
process.env['DATABASE_URL'] = database.url
process.env['AUTH_SECRET'] = 'a-secret-of-the-tests-that-is-long-enough'
process.env['PUBLIC_URL'] = 'http://127.0.0.1:3000'
process.env['LOG_LEVEL'] = 'silent'
process.env['STORAGE_DIR'] = path.join(place, 'files')
// The world's present (see worldNow), until a test sets another.
process.env['TEST_CLOCK_FILE'] = path.join(place, 'now')
setClock('2026-11-24T02:00:00Z')

afterAll(async () => {
  const { db } = await import('@/lib/core/db')
  await db.$disconnect()
  await database.drop()
  clearPlace()
})
