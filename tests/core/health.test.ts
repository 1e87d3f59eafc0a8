import { describe, expect, it } from 'vitest'
import { GET as health } from '@/app/api/health/route'
import { GET as ready } from '@/app/api/ready/route'
import { db } from '@/lib/core/db'

const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() })
const fine = { status: 200, body: { status: 'ok' } }
const unavailable = { status: 503, body: { status: 'unavailable' } }

describe('what the portal says of itself', () => {
  it('is healthy and ready on a migrated database', async () => {
    // Its limit is short, and the first connection of a busy machine may take longer: whoever watches asks again.
    await expect.poll(async () => answerOf(await health())).toEqual(fine)
    await expect.poll(async () => answerOf(await ready())).toEqual(fine)
  })

  it('is healthy but not ready while a migration is missing', async () => {
    const [row] = await db.$queryRaw<{ id: string }[]>`UPDATE _prisma_migrations SET finished_at = NULL
      WHERE id = (SELECT id FROM _prisma_migrations LIMIT 1) RETURNING id`
    expect(await answerOf(await ready())).toEqual(unavailable)
    expect(await answerOf(await health())).toEqual(fine)
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${row?.id}`
  })

  it('is not ready while the queues are missing', async () => {
    await db.$executeRaw`ALTER TABLE pgboss.queue RENAME TO queue_away`
    expect(await answerOf(await ready())).toEqual(unavailable)
    await db.$executeRaw`ALTER TABLE pgboss.queue_away RENAME TO queue`
    expect(await answerOf(await ready())).toEqual(fine)
  })

  it('answers while every connection of the pool is busy', async () => {
    let areBusy = true
    const queries = Array.from({ length: 15 }, () => db.$queryRaw`SELECT pg_sleep(1)::text`)
    const busy = Promise.all(queries).then(() => (areBusy = false))
    expect(await answerOf(await health())).toEqual(fine)
    expect(areBusy).toBe(true)
    await busy
  })

  it('is ready beside a newer version that has migrated further', async () => {
    await db.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('newer', 'x', '29990101000000_from_the_future', now())`
    expect(await answerOf(await ready())).toEqual(fine)
  })
})
