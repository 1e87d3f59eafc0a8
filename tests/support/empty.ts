import { db } from '@/lib/core/db'

/** Empties the test file's database but for the trails, which nobody can empty: for tests that each need a fresh world. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I', table_name) AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('audit_events', 'access_events', '_prisma_migrations')`
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`)
}
