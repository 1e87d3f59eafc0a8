import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { type Prisma } from '@/lib/core/prisma/client'
import { isCounting, isCountingAt } from '@/lib/presence/counting-queries'
import { weighPresence } from '@/lib/presence/mutations'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const minute = 60_000

const stay = fc.record({
  came: fc.integer({ min: -30, max: 130 }),
  left: fc.option(fc.integer({ min: -10, max: 150 })),
  onlineMinutes: fc.option(fc.integer({ min: 0, max: 130 }), { freq: 4 }),
  mandateKind: fc.constantFrom('PRINCIPAL', 'DESIGNATED', null),
  verdict: fc.option(fc.constantFrom('COUNTS', 'DOES_NOT_COUNT'), { freq: 2 }),
})

/** Those of an activity's attendances that count by a condition. */
const counting = async (activityId: string, condition: Prisma.Sql): Promise<string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM attendances t JOIN activities a ON a.id = t.activity_id
    WHERE a.id = ${activityId}::uuid AND ${condition} ORDER BY t.id`
  return rows.map(({ id }) => id)
}

it('what a report counts of an activity that was held is what the close then writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stay, { minLength: 10, maxLength: 20 }), fc.boolean(), async (stays, checksOut) => {
      const startsAt = inDays(-3)
      const activityId = await makeActivity(world, { state: 'HELD', startsAt })
      const at = (minutes: number) => new Date(startsAt.getTime() + minutes * minute)
      await db.activity.update({ where: { id: activityId }, data: { checksOut, endsAt: at(120) } })
      const people = stays.map(() => ({ id: randomUUID(), name: 'x', email: `${randomUUID()}@stay.test` }))
      await db.user.createMany({ data: people })
      await db.attendance.createMany({
        data: stays.map(({ came, left, ...rest }, index) => ({
          ...rest,
          activityId,
          userId: people[index]?.id ?? '',
          enterpriseId: world.enterprises.member,
          checkedInAt: at(came),
          checkedOutAt: left === null ? null : at(left),
          checkOutMethod: left === null ? null : ('DOOR_DESK' as const),
          isExcluded: rest.verdict === 'DOES_NOT_COUNT',
          method: 'DOOR_DESK' as const,
        })),
      })
      const foretold = await counting(activityId, isCountingAt(worldNow))
      await db.$transaction((tx) => weighPresence(tx, activityId))
      await db.activity.update({ where: { id: activityId }, data: { state: 'CLOSED', closedAt: worldNow } })
      const written = await counting(activityId, isCounting)
      expect(foretold).toEqual(written)
      expect(await counting(activityId, isCountingAt(worldNow))).toEqual(written)
    }),
    { numRuns: 15 },
  )
})

it('while it goes on, whoever is there counts: nobody can know yet how long they will stay', async () => {
  const activityId = await makeActivity(world, { state: 'HELD', startsAt: new Date(worldNow.getTime() - 10 * minute) })
  const { principal } = world.people
  await db.attendance.create({
    data: {
      activityId,
      userId: principal.userId,
      enterpriseId: world.enterprises.member,
      checkedInAt: worldNow,
      mandateKind: 'PRINCIPAL',
      method: 'DOOR_DESK',
    },
  })
  expect(await counting(activityId, isCountingAt(worldNow))).toHaveLength(1)
})
