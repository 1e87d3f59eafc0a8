import { hashPassword } from '@/lib/access/password'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'
import { demoPassword } from './city/accounts'
import { demoScale, planCity } from './city/city'
import { liveThroughMorning } from './city/recent'
import { leaveUnclaimed } from './city/unclaimed'
import { keepCalendar, settlePastYears, writeCity } from './city/write'
import { seedReference } from './reference'
import { completeSearchTokens } from './search-tokens'

/**
 * What a database holds before anybody has used it; run by the start, as the owner of the database. Reference rows always;
 * with `--demo`, and only into a new database, the demo city around `--anchor=<day>` (today). All of it or nothing: a seed
 * that was interrupted is simply run again.
 */
const minutesMax = 10

const option = (name: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length)
const wantsDemo = process.argv.includes('--demo')
const anchor = option('anchor') ?? today()
/** 1 is the size that `npm run bench` measures on. */
const scale = Number(option('scale') ?? demoScale)

const began = now()
await db.$transaction(
  async (tx) => {
    const reference = await seedReference(tx)
    const isNew = (await tx.deployment.count()) === 0
    if (!isNew) {
      await completeSearchTokens(tx)
      return
    }
    await tx.deployment.create({ data: { isDemo: wantsDemo, anchorOn: wantsDemo ? toDate(anchor) : null } })
    if (!wantsDemo) return
    const years = await tx.allianceYear.findMany({ distinct: ['year'], select: { year: true } })
    const city = planCity({ anchor, scale, reference, yearsThere: years.map(({ year }) => year) })
    // One hash serves all: a thousand would be a thousand times 20 ms, and the password is no secret.
    await writeCity(tx, city, await hashPassword(demoPassword))
    await settlePastYears(tx, anchor)
    await keepCalendar(tx, anchor)
    await liveThroughMorning(tx, anchor)
    await leaveUnclaimed(tx, anchor)
    const seconds = ((now().getTime() - began.getTime()) / 1_000).toFixed(1)
    console.log(`${city.enterprises.length} enterprises, ${city.attendances.length} attendances in ${seconds} s`)
  },
  { maxWait: 10_000, timeout: minutesMax * 60_000 },
)
await db.$disconnect()
