import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { MandateKind } from '@/lib/core/prisma/enums'
import type { Account, Accounts } from './accounts'
import type { Firm } from './enterprises'
import type { Random } from './random'

/** Somebody who comes for an enterprise, with the mandate as it stands in the rows. */
export type Delegate = { userId: string; kind: MandateKind; validFrom: Day; validTo: Day | null }

export type People = {
  mandates: Prisma.MandateCreateManyInput[]
  appointments: Prisma.AppointmentCreateManyInput[]
  delegatesOf: (enterpriseId: string) => Delegate[]
}

type Context = { random: Random; accounts: Accounts; anchor: Day; firstDay: Day }

/** Principals, safety leads and further designated persons of every enterprise. */
export function planPeople(context: Context, firms: Firm[]): People {
  const { random, accounts, firstDay } = context
  const mandates: Prisma.MandateCreateManyInput[] = []
  const appointments: Prisma.AppointmentCreateManyInput[] = []
  const delegates = new Map<string, Delegate[]>()
  const shared = sharedPeople(accounts, firms)

  function mandate(enterpriseId: string, account: Account, kind: MandateKind, from = firstDay, to: Day | null = null) {
    const delegate = { userId: account.id, kind, validFrom: from, validTo: to }
    mandates.push({ id: random.uuid(), enterpriseId, ...delegate, letterId: null })
    delegates.set(enterpriseId, [...(delegates.get(enterpriseId) ?? []), delegate])
  }

  /** Keeps the accounts of the enterprise's people: a safety lead who is no principal, or a clerk without a mandate. */
  const administer = (enterpriseId: string, userId: string) =>
    appointments.push({
      id: random.uuid(),
      userId,
      role: 'ENTERPRISE',
      isAdministrator: true,
      jurisdictionId: null,
      insurerId: null,
      enterpriseId,
      startsOn: firstDay,
      endsOn: null,
    })

  for (const { row, part, slug } of firms) {
    if (part === 'group-station') {
      mandate(row.id, shared.principal, 'PRINCIPAL')
      mandate(row.id, shared.designated, 'DESIGNATED')
      mandate(row.id, accounts.open({}), 'DESIGNATED')
      continue
    }
    const isDemoLead = part === 'lead' && slug === 'petrochemical'
    const principal = accounts.open({ name: row.principalName, ...(isDemoLead ? { email: 'lead@demo.test' } : {}) })
    mandate(row.id, principal, 'PRINCIPAL')
    const email = part === 'member' ? 'member@demo.test' : undefined
    const safetyLead = accounts.open({ name: row.safetyLeadName, ...(email ? { email } : {}) })
    const change = part === null ? changeOf(context) : null
    mandate(row.id, safetyLead, 'DESIGNATED', change?.from ?? firstDay, change?.to ?? null)
    if (change?.predecessor) mandate(row.id, accounts.open({}), 'DESIGNATED', firstDay, plusDays(change.from, -1))
    if (random.chance(0.35)) mandate(row.id, accounts.open({}), 'DESIGNATED')
    if (part === 'member' || random.chance(0.3)) administer(row.id, safetyLead.id)
  }

  return { mandates, appointments, delegatesOf: (enterpriseId) => delegates.get(enterpriseId) ?? [] }
}

/** The two people of the legal person behind the group's stations. */
function sharedPeople(accounts: Accounts, firms: Firm[]): { principal: Account; designated: Account } {
  const station = firms.find(({ part }) => part === 'group-station')
  if (!station) throw new RangeError('the city has no group of stations')
  return {
    principal: accounts.open({ name: station.row.principalName }),
    designated: accounts.open({ name: station.row.safetyLeadName, email: 'station@demo.test' }),
  }
}

/** In one enterprise of twelve the safety lead took over from somebody; in a few the mandate has run out unnoticed. */
function changeOf({ random, anchor, firstDay }: Context): { from: Day; to: Day | null; predecessor: boolean } | null {
  const draw = random.next()
  if (draw < 0.08) return { from: plusDays(anchor, -random.between(60, 500)), to: null, predecessor: true }
  if (draw < 0.11) return { from: firstDay, to: plusDays(anchor, -random.between(10, 300)), predecessor: false }
  return null
}
