import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { ActorName, World } from './world'

export type People = Record<Exclude<ActorName, 'anonymous'>, { userId: string; sessionId: string }>

type Places = Pick<World, 'jurisdictions' | 'insurers' | 'alliances' | 'enterprises'>

const day = { startsOn: toDate('2025-01-01') }

/** Gives every actor of the world an account, the rows that make its hat, and a live session (but `revoked`). */
export async function appointPeople(places: Places, at: Date): Promise<People> {
  const { jurisdictions, insurers, alliances, enterprises } = places

  const person = async (name: string) => {
    const user = await db.user.create({
      data: { name, namePinyin: name, email: `${name.toLowerCase()}@world.test`, passwordHash: 'unset' },
      select: { id: true },
    })
    const session = await db.session.create({
      data: { userId: user.id, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + 86_400_000) },
      select: { id: true },
    })
    return { userId: user.id, sessionId: session.id }
  }

  const appointed = async (
    name: string,
    office: { jurisdictionId: string } | { insurerId: string } | { enterpriseId: string } | null,
    isAdministrator = false,
  ) => {
    const made = await person(name)
    const role = roleOf(office)
    await db.appointment.create({ data: { userId: made.userId, role, isAdministrator, ...day, ...office } })
    return made
  }

  const mandated = async (
    name: string,
    enterpriseId: string,
    kind: 'PRINCIPAL' | 'DESIGNATED',
    validTo: string | null = null,
  ) => {
    const made = await person(name)
    await db.mandate.create({
      data: {
        userId: made.userId,
        enterpriseId,
        kind,
        validFrom: toDate('2025-01-01'),
        validTo: validTo ? toDate(validTo) : null,
      },
    })
    return made
  }

  const disabled = await appointed('disabled', null, true)
  await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: at } })
  const revoked = await appointed('revoked', null, true)
  await db.session.update({ where: { id: revoked.sessionId }, data: { revokedAt: at } })

  const coordinator = await appointed('coordinator', { insurerId: insurers.own })
  const deputy = await appointed('deputy', { insurerId: insurers.own })
  const otherCoordinator = await appointed('otherCoordinator', { insurerId: insurers.other })
  const formerCoordinator = await appointed('formerCoordinator', { insurerId: insurers.other })
  await db.insurerAppointment.createMany({
    data: [
      {
        allianceId: alliances.coatings,
        insurerId: insurers.other,
        coordinatorId: formerCoordinator.userId,
        startsOn: toDate('2025-01-01'),
        endsOn: toDate('2026-01-01'),
      },
      {
        allianceId: alliances.coatings,
        insurerId: insurers.own,
        coordinatorId: coordinator.userId,
        deputyId: deputy.userId,
        startsOn: toDate('2026-01-01'),
      },
      {
        allianceId: alliances.stations,
        insurerId: insurers.other,
        coordinatorId: otherCoordinator.userId,
        startsOn: toDate('2025-01-01'),
      },
    ],
  })

  return {
    disabled,
    revoked,
    hatless: await person('hatless'),
    administrator: await appointed('administrator', null, true),
    officer: await appointed('officer', null),
    jinshan: await appointed('jinshan', { jurisdictionId: jurisdictions.jinshan }),
    jinshanAdministrator: await appointed('jinshanAdministrator', { jurisdictionId: jurisdictions.jinshan }, true),
    fengxian: await appointed('fengxian', { jurisdictionId: jurisdictions.fengxian }),
    coordinator,
    deputy,
    insurerAdministrator: await appointed('insurerAdministrator', { insurerId: insurers.own }, true),
    otherCoordinator,
    formerCoordinator,
    lead: await mandated('lead', enterprises.lead, 'PRINCIPAL'),
    otherLead: await mandated('otherLead', enterprises.otherLead, 'PRINCIPAL'),
    principal: await mandated('principal', enterprises.member, 'PRINCIPAL'),
    designated: await mandated('designated', enterprises.member, 'DESIGNATED'),
    clerk: await appointed('clerk', { enterpriseId: enterprises.member }),
    expired: await mandated('expired', enterprises.member, 'DESIGNATED', '2026-11-23'),
    neighbour: await mandated('neighbour', enterprises.neighbour, 'DESIGNATED'),
    stranger: await mandated('stranger', enterprises.stranger, 'PRINCIPAL'),
  }
}

function roleOf(office: object | null): 'MUNICIPAL' | 'JURISDICTION' | 'INSURER' | 'ENTERPRISE' {
  if (office === null) return 'MUNICIPAL'
  if ('jurisdictionId' in office) return 'JURISDICTION'
  return 'insurerId' in office ? 'INSURER' : 'ENTERPRISE'
}
