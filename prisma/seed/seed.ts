import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { today } from '@/lib/core/now'
import { seedReference } from './reference'

/**
 * What a database holds before anybody has used it; run by the start, as the owner of the database. Reference rows always;
 * with `--demo`, and only into a new database, the demo city around `--anchor=<day>` (today). All of it or nothing: a seed
 * that was interrupted is simply run again.
 */
const minutesMax = 10

const wantsDemo = process.argv.includes('--demo')
const anchor = process.argv.find((argument) => argument.startsWith('--anchor='))?.slice('--anchor='.length) ?? today()

await db.$transaction(
  async (tx) => {
    await seedReference(tx)
    const isNew = (await tx.deployment.count()) === 0
    if (!isNew) return
    await tx.deployment.create({ data: { isDemo: wantsDemo, anchorOn: wantsDemo ? toDate(anchor) : null } })
  },
  { maxWait: 10_000, timeout: minutesMax * 60_000 },
)
await db.$disconnect()
