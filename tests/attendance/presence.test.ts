import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { closeActivity } from '@/lib/activities/actions'
import * as actions from '@/lib/attendance/actions'
import { judgeScan, keysOf, scannedToken, stepAt, typedCode } from '@/lib/attendance/code-rules'
import { readScan, readTyped } from '@/lib/attendance/code-queries'
import * as presence from '@/lib/attendance/presence-actions'
import { getReview } from '@/lib/attendance/review-queries'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isCounting, isServed } from '@/lib/presence/counting-queries'
import { countingPresence, servedPresence } from '@/lib/presence/policy'
import { counts } from '@/lib/presence/rules'
import { buildWorld, type ActorName, type World } from '../support/world'
import { attend, claimFor, hallNow, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await db.attendance.updateMany({ data: { undoneAt: hallNow } })
  hall = await publishHall(world, { startsInMinutes: -100, lastsMinutes: 120 })
  await db.activity.update({ where: { id: hall.id }, data: { checksOut: true } })
})

const as = async (actor: ActorName, definition: object, input: object) =>
  (await perform(definition as never, await world.actor(actor), input as never)).result

const leave = (actor: ActorName, secondsAgo = 0, claim = claimFor(hall, secondsAgo, 'CODE_SCANNED', 'CHECK_OUT')) =>
  as(actor, presence.checkOut.definition, { claim })

/** The designated person of the member came so many minutes ago. */
async function came(minutesAgo: number, person: ActorName = 'designated'): Promise<string> {
  const { userId } = world.people[person as 'designated']
  const id = await attend(hall, { userId, enterpriseId: world.enterprises.member })
  const checkedInAt = new Date(hallNow.getTime() - minutesAgo * 60_000)
  await db.attendance.update({ where: { id }, data: { checkedInAt } })
  return id
}

const row = (id: string) => db.attendance.findUniqueOrThrow({ where: { id } })
const lines = (verb: string) => db.auditEvent.count({ where: { subjectId: hall.id, verb } })
const close = async () => {
  await db.activity.update({ where: { id: hall.id }, data: { state: 'HELD' } })
  return as('coordinator', closeActivity.definition, { id: hall.id })
}

describe('checking out', () => {
  it('is recorded at the instant of the scan, once however often it is pressed, in a race too', async () => {
    const id = await came(90)
    const claim = claimFor(hall, 60, 'CODE_SCANNED', 'CHECK_OUT')
    const results = await Promise.all([1, 2, 3, 4].map(() => leave('designated', 0, claim)))
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await lines('attendance.check-out')).toBe(1)
    expect(await row(id)).toMatchObject({ checkOutMethod: 'CODE_SCANNED', version: 2 })
  })

  it('who leaves again later left later, and never earlier', async () => {
    const id = await came(90)
    await leave('designated', 300)
    await leave('designated', 10)
    const { checkedOutAt } = await row(id)
    await leave('designated', 200)
    expect((await row(id)).checkedOutAt).toEqual(checkedOutAt)
    expect(Math.abs((checkedOutAt?.getTime() ?? 0) - hallNow.getTime())).toBeLessThan(60_000)
  })

  it('is refused to who never came, where nobody asks for it, and before the start', async () => {
    expect(await leave('principal')).toMatchObject({ ok: false, code: 'NOT_CHECKED_IN' })
    await db.activity.update({ where: { id: hall.id }, data: { checksOut: false } })
    expect(await leave('principal')).toMatchObject({ ok: false, code: 'CHECK_OUT_NOT_ASKED' })
    hall = await publishHall(world, { startsInMinutes: 20 })
    await db.activity.update({ where: { id: hall.id }, data: { checksOut: true } })
    await came(5)
    expect(await leave('designated')).toMatchObject({ ok: false, code: 'CHECK_OUT_NOT_OPEN_YET' })
  })

  it('has a code of its own: neither claim stands in for the other', async () => {
    await came(90)
    const coming = claimFor(hall)
    expect(await leave('designated', 0, coming)).toMatchObject({ ok: false, code: 'CHECK_IN_CLAIM_ENDED' })
    const leaving = claimFor(hall, 0, 'CODE_SCANNED', 'CHECK_OUT')
    const input = { claim: leaving, enterpriseIds: [] }
    expect(await as('principal', actions.checkIn.definition, input)).toMatchObject({ code: 'CHECK_IN_CLAIM_ENDED' })
  })

  it('is known by its scanned and its typed code, while the activity asks for it', async () => {
    const key = { id: hall.id, checkInSecret: hall.checkInSecret, purpose: 'CHECK_OUT' as const }
    const actor = await world.actor('anonymous')
    const scan = { code: hall.code, token: scannedToken(key, stepAt(hallNow)), at: hallNow }
    expect(await readScan(actor, scan)).toMatchObject({ verdict: 'VALID', purpose: 'CHECK_OUT' })
    const typed = { text: typedCode(key, stepAt(hallNow)), at: hallNow }
    expect(await readTyped(actor, typed)).toMatchObject({ purpose: 'CHECK_OUT', activity: { id: hall.id } })
    const without = keysOf({ ...key, checksOut: false, isSpotChecked: true })
    expect(judgeScan(without, scan.token, hallNow).verdict).toBe('FORGED')
  })

  it('is done at the desk too', async () => {
    const id = await came(90)
    const input = { activityId: hall.id, userId: world.people.designated.userId }
    expect(await as('lead', presence.checkOutAtDoor.definition, input)).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ checkOutMethod: 'DOOR_DESK' })
  })
})

describe('closing', () => {
  it('excludes who stayed too short or never left, keeps what was decided, and says how many', async () => {
    const [long, short, never, forgiven] = [
      await came(100),
      await came(100, 'principal'),
      await came(100, 'clerk'),
      await came(100, 'expired'),
    ]
    const left = (id: string, minutesAgo: number) =>
      db.attendance.update({
        where: { id },
        data: { checkedOutAt: new Date(hallNow.getTime() - minutesAgo * 60_000), checkOutMethod: 'DOOR_DESK' },
      })
    await left(long, 10)
    await left(short, 50)
    const { version } = await left(forgiven, 90)
    const verdict = { id: forgiven, version, verdict: 'COUNTS', reason: '会中离场处理险情，已核实' }
    expect(await as('coordinator', presence.judgeAttendance.definition, verdict)).toMatchObject({ ok: true })
    expect((await row(short)).isExcluded).toBe(false)
    await close()
    const excluded = async (id: string) => (await row(id)).isExcluded
    expect(await Promise.all([long, short, never, forgiven].map(excluded))).toEqual([false, true, true, false])
    const [event] = await db.auditEvent.findMany({ where: { subjectId: hall.id, verb: 'activity.close' } })
    expect(event?.changes).toMatchObject({ tooShort: [null, 2] })
  })

  it('without check-out counts from coming to the end', async () => {
    await db.activity.update({ where: { id: hall.id }, data: { checksOut: false } })
    const [early, late] = [await came(70), await came(40, 'principal')]
    await close()
    expect([(await row(early)).isExcluded, (await row(late)).isExcluded]).toEqual([false, true])
  })

  it('weighs whoever is just checking out, or refuses them: nobody slips between', async () => {
    for (let round = 0; round < 4; round += 1) {
      hall = await publishHall(world, { startsInMinutes: -100, lastsMinutes: 120 })
      await db.activity.update({ where: { id: hall.id }, data: { checksOut: true, state: 'HELD' } })
      const id = await came(100)
      const [left] = await Promise.all([
        leave('designated'),
        as('coordinator', closeActivity.definition, { id: hall.id }),
      ])
      expect((await row(id)).isExcluded).toBe(!left.ok)
    }
  })

  it('a correction afterwards is weighed again', async () => {
    const id = await came(100)
    await close()
    const { version } = await row(id)
    const times = { checkedInAt: toLocal(hall.startsAt), checkedOutAt: toLocal(new Date(hallNow.getTime() - 60_000)) }
    const correction = { id, version, enterpriseId: world.enterprises.member, ...times, reason: '核对现场录像' }
    expect(await as('officer', actions.correctAttendance.definition, correction)).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ isExcluded: false, checkOutMethod: 'CORRECTION' })
  })

  it('fixes the rule', async () => {
    const rule = { activityId: hall.id, checksOut: false, presenceShareMin: 50 }
    expect(await as('lead', presence.setPresenceRule.definition, rule)).toMatchObject({ ok: true })
    expect(await as('lead', presence.setPresenceRule.definition, rule)).toMatchObject({ ok: true })
    expect(await lines('attendance.set-presence-rule')).toBe(1)
    await close()
    expect(await as('officer', presence.setPresenceRule.definition, rule)).toMatchObject({
      code: 'PRESENCE_RULE_FIXED',
    })
  })
})

describe('what counts', () => {
  it('is the same in the rule, in conditions and in statements', async () => {
    const ids = await Promise.all(
      ['designated', 'principal', 'clerk', 'expired'].map((who) => came(90, who as ActorName)),
    )
    const [, second = '', third = '', fourth = ''] = ids
    await db.attendance.update({ where: { id: second }, data: { isExcluded: true } })
    await db.attendance.update({ where: { id: third }, data: { mandateKind: null } })
    await db.attendance.update({ where: { id: fourth }, data: { undoneAt: hallNow } })
    const rows = await db.attendance.findMany({ where: { activityId: hall.id } })
    const byRule = rows.filter(counts).map(({ id }) => id)
    const ofHall = { activityId: hall.id }
    const found = async (where: object) =>
      (await db.attendance.findMany({ where: { ...ofHall, ...where } })).map(({ id }) => id)
    const said = await db.$queryRaw<{ id: string; counting: boolean; served: boolean }[]>`
      SELECT t.id, ${isCounting} AS counting, ${isServed} AS served FROM attendances t WHERE t.activity_id = ${hall.id}::uuid`
    expect(byRule).toEqual([ids[0]])
    expect(await found(countingPresence)).toEqual(byRule)
    expect(said.filter(({ counting }) => counting).map(({ id }) => id)).toEqual(byRule)
    expect(said.filter(({ served }) => served).length).toBe((await found(servedPresence)).length)
  })
})

describe('a spot check', () => {
  const start = (minutes = 5) => as('coordinator', presence.startSpotCheck.definition, { activityId: hall.id, minutes })
  const answer = (actor: ActorName) =>
    as(actor, presence.answerSpotCheck.definition, { claim: claimFor(hall, 0, 'CODE_SCANNED', 'SPOT_CHECK') })

  it('is one at a time, of two presses one', async () => {
    const results = await Promise.all([start(), start(), start()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'SPOT_CHECK_RUNNING' })
  })

  it('is answered once by who is there, and lists who was not', async () => {
    const [missing] = [await came(90), await came(90, 'principal')]
    await start()
    expect(await answer('principal')).toMatchObject({ ok: true })
    expect(await answer('principal')).toMatchObject({ ok: true })
    expect(await answer('stranger')).toMatchObject({ ok: false, code: 'NOT_CHECKED_IN' })
    expect(await lines('attendance.answer-spot-check')).toBe(1)
    const open = async () => (await getReview(await world.actor('coordinator'), hall.id))?.open
    expect(await open()).toEqual([])
    const over = { startsAt: new Date(hallNow.getTime() - 600_000), endsAt: new Date(hallNow.getTime() - 300_000) }
    await db.spotCheck.updateMany({ where: { activityId: hall.id }, data: over })
    expect(await open()).toMatchObject([{ id: missing, signs: [{ kind: 'SPOT', missed: 1 }] }])
    expect(await answer('designated')).toMatchObject({ ok: false, code: 'SPOT_CHECK_OVER' })
    await close()
    expect(await start()).toMatchObject({ ok: false, code: 'SPOT_CHECK_NOT_NOW' })
  })
})

describe('signs of a code passed on', () => {
  it('are shown and decided by a person, never by the portal', async () => {
    const [first, second, third] = [await came(90), await came(90, 'principal'), await came(90, 'clerk')]
    await db.attendance.updateMany({ where: { activityId: hall.id }, data: { deviceMark: 'one phone' } })
    await db.attendance.update({
      where: { id: second },
      data: { checkedOutAt: new Date(hallNow.getTime() - 6_000_000), checkOutMethod: 'CODE_SCANNED' },
    })
    const other = await publishHall(world, { startsInMinutes: -100 })
    const twice = await attend(other, { userId: world.people.clerk.userId, enterpriseId: world.enterprises.member })
    const [{ checkedInAt }] = [await row(third)]
    await db.attendance.update({ where: { id: twice }, data: { checkedInAt } })

    const actor = await world.actor('coordinator')
    const review = async () => await getReview(actor, hall.id)
    const kinds = Object.fromEntries(
      ((await review())?.open ?? []).map(({ id, signs }) => [id, signs.map(({ kind }) => kind)]),
    )
    expect(kinds).toEqual({ [first]: ['DEVICE'], [second]: ['DEVICE', 'ORDER'], [third]: ['DEVICE', 'ELSEWHERE'] })
    expect(await db.attendance.count({ where: { activityId: hall.id, isExcluded: true } })).toBe(0)

    const verdict = { id: first, version: 1, verdict: 'DOES_NOT_COUNT', reason: '本人确认没有到场' }
    expect(await as('coordinator', presence.judgeAttendance.definition, verdict)).toMatchObject({ ok: true })
    expect(await as('coordinator', presence.judgeAttendance.definition, verdict)).toMatchObject({ code: 'CONFLICT' })
    expect((await review())?.decided).toMatchObject([{ id: first, counts: false }])
    expect((await review())?.open.map(({ id }) => id)).not.toContain(first)
  })
})
