import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import { jurisdictions } from '../jurisdictions'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import type { Reference } from '../reference'
import type { Accounts } from './accounts'
import type { Random } from './random'

const insurerNames = [
  ['浦泰财产保险股份有限公司上海分公司', '浦泰财险'],
  ['申澜财产保险股份有限公司上海分公司', '申澜财险'],
  ['海衡财产保险股份有限公司上海分公司', '海衡财险'],
  ['岳沣财产保险股份有限公司上海分公司', '岳沣财险'],
  ['长钧财产保险股份有限公司上海分公司', '长钧财险'],
  ['东霁财产保险股份有限公司上海分公司', '东霁财险'],
] as const

/** Which of the six serves an alliance now, and which served it before a year end. */
const serving: Record<AllianceSlug, { now: number; before?: { insurer: number; untilYear: 0 | 1 } }> = {
  petrochemical: { now: 0, before: { insurer: 3, untilYear: 1 } },
  'fine-chemical': { now: 2 },
  'oil-gas-storage': { now: 3 },
  pharmaceutical: { now: 4 },
  coatings: { now: 0 },
  'industrial-gas': { now: 3 },
  warehousing: { now: 5, before: { insurer: 1, untilYear: 0 } },
  'filling-station': { now: 1 },
  reagent: { now: 2 },
}

/** One term of an insurer at an alliance, with its people. */
export type Term = Prisma.InsurerAppointmentCreateManyInput & { startsOn: Day; endsOn: Day | null }

export type Offices = {
  insurers: Prisma.InsurerCreateManyInput[]
  appointments: Prisma.AppointmentCreateManyInput[]
  insurerAppointments: Term[]
  covers: Prisma.CoverCreateManyInput[]
  /** The municipal administrator, in whose name the bureau decides. */
  municipalId: string
  /** The term that covers a day. */
  termOn: (slug: AllianceSlug, day: Day) => Term | null
}

type Context = { random: Random; accounts: Accounts; anchor: Day; firstDay: Day; reference: Reference }

/** The bureaus, the insurers and their people. */
export function planOffices(context: Context): Offices {
  const { random, accounts, firstDay } = context
  const appointments: Offices['appointments'] = []

  function appoint(
    person: { email?: string },
    role: 'MUNICIPAL' | 'JURISDICTION' | 'INSURER',
    office: { jurisdictionId?: string; insurerId?: string },
    isAdministrator: boolean,
  ): string {
    const { id: userId } = accounts.open(person)
    const { jurisdictionId = null, insurerId = null } = office
    const dates = { startsOn: firstDay, endsOn: null }
    const offices = { jurisdictionId, insurerId, enterpriseId: null }
    appointments.push({ id: random.uuid(), userId, role, isAdministrator, ...offices, ...dates })
    return userId
  }

  const municipalId = appoint({ email: 'municipal@demo.test' }, 'MUNICIPAL', {}, true)
  appoint({ email: 'officer@demo.test' }, 'MUNICIPAL', {}, false)
  appoint({}, 'MUNICIPAL', {}, false)
  const demoJurisdictions: Record<string, string> = { '310116': 'jinshan@demo.test', 'SH-SCIP': 'scip@demo.test' }
  for (const { code } of jurisdictions) {
    const office = { jurisdictionId: context.reference.jurisdictionId(code) }
    const email = demoJurisdictions[code]
    appoint(email ? { email } : {}, 'JURISDICTION', office, true)
    appoint({}, 'JURISDICTION', office, false)
  }

  const houses = insurerNames.map(([name, shortName], index) => {
    const id = random.uuid()
    const email = ['insurer@demo.test', 'insurer2@demo.test'][index]
    const coordinatorId = appoint(email ? { email } : {}, 'INSURER', { insurerId: id }, true)
    const deputyId = appoint({}, 'INSURER', { insurerId: id }, false)
    const secondId = appoint({}, 'INSURER', { insurerId: id }, false)
    return { id, name, shortName, coordinatorId, deputyId, secondId }
  })
  const terms = planTerms(context, houses)
  const covers = planCovers(context, terms, houses)
  return {
    insurers: houses.map(({ id, name, shortName }) => ({ id, name, shortName })),
    appointments,
    insurerAppointments: [...terms.values()].flat(),
    covers,
    municipalId,
    termOn: (slug, day) =>
      terms.get(slug)?.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day)) ?? null,
  }
}

type House = { id: string; coordinatorId: string; deputyId: string; secondId: string }

/** The coordinator of the coatings alliance is away for a few days: a colleague stands in. */
function planCovers({ random, anchor }: Context, terms: Map<AllianceSlug, Term[]>, houses: House[]) {
  const term = terms.get('coatings')?.at(-1)
  const house = houses.find(({ id }) => id === term?.insurerId)
  if (!term?.id || !house) return []
  const { coordinatorId, secondId } = house
  const dates = { startsOn: plusDays(anchor, -1), endsOn: plusDays(anchor, 6) }
  return [
    {
      id: random.uuid(),
      appointmentId: String(term.id),
      deputyId: secondId,
      createdById: coordinatorId,
      ...dates,
      reason: '参加行业培训',
    },
  ]
}

/** Terms follow one another without a gap; one ends soon and nobody is named yet, so that the warning is seen. */
function planTerms({ random, anchor, firstDay, reference }: Context, houses: House[]): Map<AllianceSlug, Term[]> {
  const anchorYear = Number(anchor.slice(0, 4))
  return new Map(
    nineAlliances.map(({ slug }) => {
      const { now, before } = serving[slug]
      const turn = before ? (`${anchorYear - before.untilYear}-01-01` as Day) : firstDay
      const term = (insurer: number, startsOn: Day, endsOn: Day | null, reason: string): Term[] => {
        const house = houses[insurer]
        if (!house) return []
        // The insurers of two alliances have a second coordinator where no demo account is meant.
        const coordinatorId = slug === 'reagent' || slug === 'industrial-gas' ? house.secondId : house.coordinatorId
        const people = { coordinatorId, deputyId: house.deputyId }
        const office = { allianceId: reference.allianceId(slug), insurerId: house.id }
        return [{ id: random.uuid(), ...office, ...people, startsOn, endsOn, reason }]
      }
      const past = before ? term(before.insurer, firstDay, turn, '联盟组建时共同推举') : []
      const endsSoon = slug === 'industrial-gas' ? plusDays(anchor, 40) : null
      const reason = before ? '原机构合同到期，经比选更换' : '联盟组建时共同推举'
      return [slug, [...past, ...term(now, turn, endsSoon, reason)]]
    }),
  )
}
