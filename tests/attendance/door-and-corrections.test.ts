import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import { toLocal } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { buildWorld, type ActorName, type World } from '../support/world'
import { attend, claimFor, forgetMandates, hallNow, mandate, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await forgetMandates()
  hall = await publishHall(world)
})

const rows = () => db.attendance.findMany({ where: { activityId: hall.id }, orderBy: { checkedInAt: 'asc' } })

const auditLines = () => db.auditEvent.count({ where: { subjectId: hall.id, verb: { startsWith: 'attendance.' } } })

describe('the door desk', () => {
  const desk = async (userId: string, enterpriseIds: string[] = []) =>
    (
      await perform(actions.checkInAtDoor.definition, await world.actor('coordinator'), {
        activityId: hall.id,
        userId,
        enterpriseIds,
      })
    ).result
  const undo = async (userId: string, enterpriseIds: string[]) =>
    (
      await perform(actions.undoCheckIn.definition, await world.actor('deputy'), {
        activityId: hall.id,
        userId,
        enterpriseIds,
      })
    ).result

  it('lets in who represents a member, and records who did it', async () => {
    expect(await desk(world.people.neighbour.userId)).toMatchObject({ ok: true })
    expect(await rows()).toMatchObject([
      { method: 'DOOR_DESK', recordedById: world.people.coordinator.userId, isWalkIn: true },
    ])
  })

  it('cannot find people of other alliances, unless they are registered', async () => {
    const { userId } = world.people.stranger
    expect(await desk(userId)).toMatchObject({ ok: false, code: 'PERSON_NOT_AT_DOOR' })
    await db.registration.create({
      data: {
        activityId: hall.id,
        userId,
        enterpriseId: world.enterprises.stranger,
        state: 'PLACED',
        createdById: world.people.coordinator.userId,
      },
    })
    expect(await desk(userId)).toMatchObject({ ok: true })
  })

  it('takes back what it did a moment ago, as often as asked, and can do it again', async () => {
    const { userId } = world.people.neighbour
    await desk(userId)
    expect(await undo(userId, [world.enterprises.neighbour])).toMatchObject({ ok: true, data: { undone: 1 } })
    expect(await undo(userId, [world.enterprises.neighbour])).toMatchObject({ ok: true, data: { undone: 0 } })
    expect(await auditLines()).toBe(2)
    await desk(userId)
    expect((await rows()).filter((row) => row.undoneAt === null)).toHaveLength(1)
    expect(await rows()).toHaveLength(2)
  })

  it('does not take back what people did themselves, nor what is older than five minutes', async () => {
    const seen = { claim: claimFor(hall), enterpriseIds: [] }
    await perform(actions.checkIn.definition, await world.actor('principal'), seen)
    expect(await undo(world.people.principal.userId, [world.enterprises.member])).toMatchObject({
      code: 'UNDO_TOO_LATE',
    })
    const { userId } = world.people.neighbour
    await desk(userId)
    await db.attendance.updateMany({
      where: { activityId: hall.id, userId },
      data: { checkedInAt: new Date(hallNow.getTime() - 6 * 60_000) },
    })
    expect(await undo(userId, [world.enterprises.neighbour])).toMatchObject({ code: 'UNDO_TOO_LATE' })
    expect((await rows()).every((row) => row.undoneAt === null)).toBe(true)
  })
})

describe('a correction', () => {
  const reason = '核对纸质签到表后补正'
  const as = async (actor: ActorName, action: { definition: unknown }, input: object) =>
    (await perform(action.definition as typeof actions.strikeAttendance.definition, await world.actor(actor), input))
      .result

  it('of two who correct the same line, the second sees the conflict', async () => {
    const id = await attend(hall, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
    const input = { id, version: 1, reason }
    const answers = await Promise.all([
      as('coordinator', actions.strikeAttendance, input),
      as('officer', actions.strikeAttendance, input),
    ])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['CONFLICT', 'ok'])
    expect(await auditLines()).toBe(1)
  })

  it('needs a reason, and keeps it in the row and in the trail', async () => {
    const id = await attend(hall, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
    expect(await as('officer', actions.strikeAttendance, { id, version: 1, reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { reason: 'TOO_SHORT' },
    })
    await as('officer', actions.strikeAttendance, { id, version: 1, reason })
    expect(await db.attendance.findUnique({ where: { id } })).toMatchObject({ reason, version: 2 })
    expect(await db.auditEvent.findFirst({ where: { verb: 'attendance.strike', subjectId: hall.id } })).toMatchObject({
      actorName: 'officer',
      changes: { reason: [null, reason] },
    })
  })

  it('moves a person to another enterprise of theirs, with the mandate of that one, and to no other', async () => {
    const { userId } = world.people.neighbour
    await mandate(userId, world.enterprises.member, 'PRINCIPAL', '2026-01-01', null)
    const id = await attend(hall, { userId, enterpriseId: world.enterprises.neighbour })
    const to = (enterpriseId: string, version: number) =>
      as('officer', actions.correctAttendance, { id, version, enterpriseId, checkedInAt: toLocal(hallNow), reason })
    expect(await to(world.enterprises.lead, 1)).toMatchObject({ code: 'NOT_THEIR_ENTERPRISE' })
    expect(await to(world.enterprises.member, 1)).toMatchObject({ ok: true })
    expect(await db.attendance.findUnique({ where: { id } })).toMatchObject({
      enterpriseId: world.enterprises.member,
      mandateKind: 'PRINCIPAL',
      method: 'CORRECTION',
    })
    expect(await to(world.enterprises.neighbour, 1)).toMatchObject({ code: 'CONFLICT' })
  })

  it('adds who was there, at a time at which they could have been, once', async () => {
    const input = {
      activityId: hall.id,
      userId: world.people.designated.userId,
      enterpriseId: world.enterprises.member,
      checkedInAt: toLocal(hallNow),
      reason,
    }
    const yesterday = { ...input, checkedInAt: toLocal(new Date(hallNow.getTime() - 86_400_000)) }
    expect(await as('coordinator', actions.addAttendance, yesterday)).toMatchObject({
      fields: { checkedInAt: 'OUTSIDE_CHECK_IN' },
    })
    expect(await as('coordinator', actions.addAttendance, input)).toMatchObject({ ok: true })
    expect(await as('coordinator', actions.addAttendance, input)).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(await rows()).toMatchObject([{ method: 'CORRECTION', reason, mandateKind: 'DESIGNATED' }])
  })

  it('of a closed activity is the bureau’s alone', async () => {
    hall = await publishHall(world, { state: 'CLOSED' })
    const id = await attend(hall, { userId: world.people.principal.userId, enterpriseId: world.enterprises.member })
    expect(await as('coordinator', actions.strikeAttendance, { id, version: 1, reason })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await as('officer', actions.strikeAttendance, { id, version: 1, reason })).toMatchObject({ ok: true })
  })
})
