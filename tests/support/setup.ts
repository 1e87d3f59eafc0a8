import { afterAll } from 'vitest'
import { createTestDatabase } from './database'

// Before any test file's imports: lib/core/env reads the environment once.
const database = await createTestDatabase()
process.env['DATABASE_URL'] = database.url
process.env['AUTH_SECRET'] = 'a-secret-of-the-tests-that-is-long-enough'
process.env['PUBLIC_URL'] = 'http://127.0.0.1:3000'
process.env['LOG_LEVEL'] = 'silent'

afterAll(async () => {
  const { db } = await import('@/lib/core/db')
  await db.$disconnect()
  await database.drop()
})
