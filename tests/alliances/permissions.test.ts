import { beforeAll } from 'vitest'
import * as actions from '@/lib/alliances/actions'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await db.insurerAppointment.updateMany({ where: { endsOn: null }, data: { endsOn: toDate('2027-01-01') } })
  await heldTraining()
})

const municipal = { administrator: 'ok', officer: 'ok' } as const

/** That there is an alliance is public: who may not decide on it is told so. */
const onAlliance = verdicts('FORBIDDEN', municipal)

/** A year is seen by the bureaus and, within the alliance, by everybody. */
const onYear = verdicts('FORBIDDEN', {
  ...municipal,
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

/** A membership of a Jinshan enterprise: another district does not see it. */
const onMembership = { ...onYear, fengxian: 'NOT_FOUND' } as const

let serial = 0

/** An enterprise of Jinshan that is in no alliance. */
async function newcomer(): Promise<string> {
  const number = ++serial
  const { id } = await db.enterprise.create({
    data: {
      creditCode: `91310116MA1L${String(number).padStart(6, '0')}`,
      name: `上海新${number}涂料有限公司`,
      businessKind: 'PRODUCTION',
      supervisingJurisdictionId: world.jurisdictions.jinshan,
      searchTokens: [],
    },
  })
  return id
}

async function member(leftOn: string | null = null): Promise<string> {
  const { id } = await db.membership.create({
    data: {
      allianceId: world.alliances.coatings,
      enterpriseId: await newcomer(),
      joinedOn: toDate('2026-01-01'),
      leftOn: leftOn ? toDate(leftOn) : null,
    },
  })
  return id
}

const untouched = 2050

/** A year of coatings that nobody has touched yet; its training was held. */
async function freshYear(state: 'PLANNED' | 'RUNNING'): Promise<{ allianceYearId: string }> {
  await db.allianceYear.deleteMany({ where: { year: untouched } })
  const { id } = await db.allianceYear.create({
    data: { allianceId: world.alliances.coatings, year: untouched, state },
  })
  return { allianceYearId: id }
}

const heldTraining = () =>
  db.activity.create({
    data: {
      code: 'held',
      kind: 'TRAINING',
      state: 'HELD',
      title: '安全培训',
      hostAllianceId: world.alliances.coatings,
      startsAt: new Date(`${untouched}-05-12T01:00:00Z`),
      endsAt: new Date(`${untouched}-05-12T03:00:00Z`),
      checkInSecret: 'unset',
      createdById: world.people.coordinator.userId,
    },
  })

/** The lead of coatings as the world made it, whatever the actors before have done. */
async function freshLead(): Promise<string> {
  const place = { allianceId: world.alliances.coatings, enterpriseId: world.enterprises.lead }
  await db.leadDecision.deleteMany({ where: place })
  await db.membership.deleteMany({ where: place })
  const { id } = await db.membership.create({ data: { ...place, kind: 'LEAD', joinedOn: toDate('2025-01-01') } })
  return id
}

/** A standing of coatings in a year of its own, so that whose insurer it is today does not change. */
async function freshStanding(): Promise<{ appointmentId: string; year: number }> {
  const year = 2040 + ++serial
  const { id } = await db.insurerAppointment.create({
    data: {
      allianceId: world.alliances.coatings,
      insurerId: world.insurers.own,
      coordinatorId: world.people.deputy.userId,
      startsOn: toDate(`${year}-01-01`),
      endsOn: toDate(`${year + 1}-01-01`),
    },
  })
  return { appointmentId: id, year }
}

const rows: PermissionRow[] = [
  {
    action: actions.openAllianceYears,
    input: () => ({ year: 2027 }),
    expected: onAlliance,
  },
  {
    action: actions.configureAllianceYear,
    input: async () => ({
      ...(await freshYear('PLANNED')),
      version: 1,
      meetingTarget: 3,
      trainingMinimum: 1,
      note: '',
    }),
    expected: onYear,
  },
  { action: actions.startAllianceYear, input: () => freshYear('PLANNED'), expected: onYear },
  { action: actions.closeAllianceYear, input: () => freshYear('RUNNING'), expected: onYear },
  {
    action: actions.admitMember,
    input: async () => ({
      allianceId: world.alliances.coatings,
      enterpriseId: await newcomer(),
      joinedOn: '2026-01-01',
      reason: '新取得许可',
    }),
    expected: onAlliance,
  },
  {
    action: actions.releaseMember,
    input: async () => ({ membershipId: await member(), leftOn: '2026-06-01', reason: '停产' }),
    expected: onMembership,
  },
  {
    action: actions.reinstateMember,
    input: async () => ({ membershipId: await member('2026-06-01') }),
    expected: onMembership,
  },
  {
    action: actions.transferMember,
    input: async () => ({
      membershipId: await member(),
      toAllianceId: world.alliances.stations,
      on: '2026-06-01',
      reason: '主营业务变化',
    }),
    expected: onMembership,
  },
  {
    action: actions.appointLead,
    input: async () => {
      await freshLead()
      const { coatings: allianceId } = world.alliances
      return {
        allianceId,
        enterpriseId: world.enterprises.lead,
        startsOn: '2026-01-01',
        termEndsOn: null,
        reason: '续任',
      }
    },
    expected: onAlliance,
  },
  {
    action: actions.endLead,
    input: async () => ({ membershipId: await freshLead(), endsOn: '2026-10-01', reason: '主动提出' }),
    expected: onMembership,
  },
  {
    action: actions.appointInsurer,
    input: () => {
      const year = 2040 + ++serial
      return {
        allianceId: world.alliances.coatings,
        insurerId: world.insurers.own,
        coordinatorId: world.people.coordinator.userId,
        deputyId: null,
        startsOn: `${year}-01-01`,
        lastDay: `${year}-12-31`,
        reason: '续约',
      }
    },
    expected: onAlliance,
  },
  {
    action: actions.handOverCoordination,
    input: async () => {
      const { appointmentId, year } = await freshStanding()
      const people = { coordinatorId: world.people.coordinator.userId, deputyId: null }
      return { appointmentId, ...people, startsOn: `${year}-06-01`, reason: '人员调整' }
    },
    expected: onYear,
  },
  {
    action: actions.endInsurerAppointment,
    input: async () => {
      const { appointmentId, year } = await freshStanding()
      return { appointmentId, lastDay: `${year}-05-31`, reason: '合同到期' }
    },
    expected: onYear,
  },
]

describePermissions('alliances', () => world, rows)
