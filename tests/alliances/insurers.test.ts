import { beforeEach, describe, expect, it } from 'vitest'
import * as actions from '@/lib/alliances/actions'
import { fromDate, fromDateOrNull, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const standing = () =>
  db.insurerAppointment.findFirstOrThrow({ where: { allianceId: world.alliances.coatings, endsOn: null } })

async function end(lastDay: string) {
  const { id } = await standing()
  const input = { appointmentId: id, lastDay, reason: '合同到期' }
  return act(world, 'officer', actions.endInsurerAppointment, input)
}

const appoint = (startsOn: string, lastDay: string | null, more: { deputyId?: string; coordinatorId?: string } = {}) =>
  act(world, 'officer', actions.appointInsurer, {
    allianceId: world.alliances.coatings,
    insurerId: world.insurers.other,
    coordinatorId: world.people.otherCoordinator.userId,
    deputyId: world.people.formerCoordinator.userId,
    startsOn,
    lastDay,
    reason: '续约',
    ...more,
  })

const periods = async () =>
  (
    await db.insurerAppointment.findMany({
      where: { allianceId: world.alliances.coatings },
      orderBy: { startsOn: 'asc' },
    })
  ).map(({ startsOn, endsOn }) => [fromDate(startsOn), fromDateOrNull(endsOn)])

describe('appointing an insurer', () => {
  it('is refused while another one stands, with its name and first day', async () => {
    expect(await appoint('2026-12-01', null)).toMatchObject({
      code: 'INSURER_ALREADY_APPOINTED',
      params: { name: '甲财产保险股份有限公司上海分公司', since: '2026-01-01' },
    })
  })

  it('follows on the day after the last day of the one before, without a gap and without an overlap', async () => {
    expect(await end('2026-12-31')).toMatchObject({ ok: true })
    expect(await appoint('2026-12-31', null)).toMatchObject({ code: 'INSURER_ALREADY_APPOINTED' })
    expect(await appoint('2027-01-01', '2027-12-31')).toMatchObject({ ok: true })
    expect(await periods()).toEqual([
      ['2025-01-01', '2026-01-01'],
      ['2026-01-01', '2027-01-01'],
      ['2027-01-01', '2028-01-01'],
    ])
  })

  it('fits before a later one and not into it', async () => {
    await end('2026-06-30')
    expect(await appoint('2026-10-01', null)).toMatchObject({ ok: true })
    expect(await appoint('2026-07-01', '2026-10-01')).toMatchObject({ code: 'INSURER_ALREADY_APPOINTED' })
    expect(await appoint('2026-07-01', '2026-09-30')).toMatchObject({ ok: true })
  })

  it('of officers who appoint at the same instant, one does', async () => {
    await end('2026-06-30')
    const results = await Promise.all([1, 2, 3, 4].map(() => appoint('2026-07-01', null)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const result of results.filter((each) => !each.ok))
      expect(['INSURER_ALREADY_APPOINTED', 'INSURER_APPOINTMENTS_DO_NOT_OVERLAP']).toContain(!result.ok && result.code)
  })

  it('takes only people of that insurer on that day, and two different ones', async () => {
    await end('2026-06-30')
    const { coordinator, otherCoordinator, formerCoordinator } = world.people
    expect(await appoint('2026-07-01', null, { coordinatorId: coordinator.userId })).toMatchObject({
      code: 'NOT_OF_THIS_INSURER',
      fields: { coordinatorId: 'NOT_A_CHOICE' },
    })
    await db.appointment.updateMany({
      where: { userId: formerCoordinator.userId },
      data: { endsOn: toDate('2026-07-01') },
    })
    expect(await appoint('2026-07-01', null)).toMatchObject({
      code: 'NOT_OF_THIS_INSURER',
      fields: { deputyId: 'NOT_A_CHOICE' },
    })
    expect(await appoint('2026-07-01', null, { deputyId: otherCoordinator.userId })).toMatchObject({
      code: 'INVALID',
      fields: { deputyId: 'SAME_PERSON' },
    })
    await db.user.updateMany({ where: { id: otherCoordinator.userId }, data: { disabledAt: new Date() } })
    expect(await appoint('2026-07-01', null)).toMatchObject({ fields: { coordinatorId: 'NOT_A_CHOICE' } })
  })
})

describe('ending and handing over', () => {
  it('an ended standing is gone at the next request', async () => {
    expect((await world.actor('coordinator')).hat).toMatchObject({ allianceIds: [world.alliances.coatings] })
    await end('2026-11-23')
    expect((await world.actor('coordinator')).hat).toMatchObject({ allianceIds: [] })
    expect((await world.actor('deputy')).hat).toMatchObject({ allianceIds: [] })
  })

  it('a standing is only ever shortened', async () => {
    const { id } = await standing()
    const endOn = (lastDay: string) =>
      act(world, 'officer', actions.endInsurerAppointment, { appointmentId: id, lastDay, reason: '合同到期' })
    expect(await endOn('2026-08-31')).toMatchObject({ ok: true })
    expect(await endOn('2026-08-31')).toMatchObject({ code: 'INSURER_APPOINTMENT_ENDED' })
    expect(await endOn('2026-12-31')).toMatchObject({ code: 'INSURER_APPOINTMENT_ENDED' })
    expect(await endOn('2025-12-31')).toMatchObject({ code: 'ENDS_BEFORE_START' })
    expect(await endOn('2026-07-31')).toMatchObject({ ok: true })
  })

  it('the same insurer hands over to other people without a day between', async () => {
    const { id } = await standing()
    const { deputy, insurerAdministrator } = world.people
    const input = {
      appointmentId: id,
      coordinatorId: deputy.userId,
      deputyId: insurerAdministrator.userId,
      startsOn: '2026-11-24',
      reason: '人员调整',
    }
    expect(
      await act(world, 'officer', actions.handOverCoordination, { ...input, startsOn: '2026-01-01' }),
    ).toMatchObject({ code: 'ENDS_BEFORE_START' })
    expect(await act(world, 'officer', actions.handOverCoordination, input)).toMatchObject({ ok: true })
    expect(await periods()).toEqual([
      ['2025-01-01', '2026-01-01'],
      ['2026-01-01', '2026-11-24'],
      ['2026-11-24', null],
    ])
    expect((await world.actor('coordinator')).hat).toMatchObject({ allianceIds: [] })
    expect((await world.actor('insurerAdministrator')).hat).toMatchObject({ allianceIds: [world.alliances.coatings] })
  })
})
