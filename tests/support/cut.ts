import { db, type Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'

/**
 * Begins something and cuts its connection while it waits to write into `table`: what the database sees of a program that is
 * killed, and what a program sees of a database that is.
 * @returns whether it was cut; false: it was done without ever writing there
 */
export async function cutWhileWriting(table: string, work: () => Promise<unknown>): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      // Reading goes on; the first line that is to be written waits.
      await tx.$executeRaw(Prisma.sql`LOCK TABLE ${Prisma.raw(`"${table}"`)} IN SHARE ROW EXCLUSIVE MODE`)
      let isOver = false
      const working = work()
        .catch(() => undefined)
        .finally(() => (isOver = true))
      const wasCut = await cutWaiting(tx, () => isOver)
      await working
      return wasCut
    },
    { timeout: 30_000 },
  )
}

/** Again and again, for whoever was cut may try anew. */
async function cutWaiting(tx: Tx, isOver: () => boolean): Promise<boolean> {
  let wasCut = false
  while (!isOver()) {
    // Within a transaction the view would show what it showed first.
    await tx.$queryRaw`SELECT pg_stat_clear_snapshot()::text`
    const cut = await tx.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'`
    wasCut ||= cut.length > 0
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return wasCut
}
