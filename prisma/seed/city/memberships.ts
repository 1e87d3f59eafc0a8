import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import type { Reference } from '../reference'
import type { Firm } from './enterprises'
import type { Random } from './random'

type Membership = Prisma.MembershipCreateManyInput & { id: string; joinedOn: Day; leftOn: Day | null }

export type Memberships = {
  memberships: Membership[]
  leadDecisions: Prisma.LeadDecisionCreateManyInput[]
  /** The firms that are in an alliance on a day. */
  membersOn: (slug: AllianceSlug, day: Day) => Firm[]
  leadOf: (slug: AllianceSlug) => Firm
}

type Context = { random: Random; anchor: Day; firstDay: Day; reference: Reference; municipalId: string }

/** The alliance whose lead company changed at the last year end. */
const changedLead: AllianceSlug = 'warehousing'

/** The alliance whose lead company's term ends with the year, to be renewed or given to another one. */
const endingLead: AllianceSlug = 'fine-chemical'

/** Where a firm of one alliance turns when its business moves on. */
const neighbours: Record<AllianceSlug, AllianceSlug> = {
  petrochemical: 'fine-chemical',
  'fine-chemical': 'coatings',
  'oil-gas-storage': 'warehousing',
  pharmaceutical: 'fine-chemical',
  coatings: 'fine-chemical',
  'industrial-gas': 'warehousing',
  warehousing: 'reagent',
  'filling-station': 'oil-gas-storage',
  reagent: 'warehousing',
}

const nameOf = new Map(nineAlliances.map(({ slug, name }) => [slug, name]))

export function planMemberships(context: Context, firms: Firm[]): Memberships {
  const { random, anchor, firstDay, reference } = context
  const memberships: Membership[] = []
  const bySlug = new Map<AllianceSlug, { firm: Firm; joinedOn: Day; leftOn: Day | null }[]>()

  function join(firm: Firm, slug: AllianceSlug, facts: Partial<Membership> & { joinedOn: Day }): Membership {
    const row: Membership = {
      id: random.uuid(),
      allianceId: reference.allianceId(slug),
      enterpriseId: firm.row.id,
      kind: 'MEMBER',
      leftOn: null,
      joinReason: '',
      leaveReason: '',
      ...facts,
    }
    memberships.push(row)
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), { firm, joinedOn: row.joinedOn, leftOn: row.leftOn }])
    return row
  }

  const leads = leadFirms(firms)
  const ordinary = firms.filter(
    ({ part, slug }, index) => part === null && !(slug === changedLead && firms[index - 1]?.part === 'lead'),
  )
  const leadDecisions = [...leads].flatMap(([slug, lead]) => appointLeads(context, join, slug, lead, firms))
  for (const firm of firms.filter(({ part }) => part === 'member' || part === 'group-station'))
    join(firm, firm.slug, { joinedOn: firstDay, joinReason: '联盟组建' })
  for (const firm of ordinary) placeOrdinary(context, join, firm)

  return {
    memberships,
    leadDecisions,
    membersOn: (slug, day) =>
      (bySlug.get(slug) ?? [])
        .filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || leftOn > day))
        .map(({ firm }) => firm),
    leadOf: (slug) => {
      const lead = leads.get(slug)
      if (!lead) throw new RangeError(`no lead of ${slug} on ${anchor}`)
      return lead
    },
  }
}

type Join = (firm: Firm, slug: AllianceSlug, facts: Partial<Membership> & { joinedOn: Day }) => Membership

const leadFirms = (firms: Firm[]) =>
  new Map(firms.filter(({ part }) => part === 'lead').map((firm) => [firm.slug, firm] as const))

function appointLeads(context: Context, join: Join, slug: AllianceSlug, lead: Firm, firms: Firm[]) {
  const { random, anchor, firstDay, municipalId } = context
  const decide = (firm: Firm, membership: Membership, decidedOn: Day, termEndsOn: Day | null, reason: string) => ({
    id: random.uuid(),
    allianceId: membership.allianceId,
    enterpriseId: firm.row.id,
    membershipId: membership.id,
    decidedOn,
    termEndsOn,
    reason,
    decidedById: municipalId,
  })
  const year = Number(anchor.slice(0, 4))
  const foundedReason = '综合企业规模、安全管理水平等因素，经承保机构推荐、成员企业协商，确定为牵头企业'
  const former = slug === changedLead ? firms[firms.indexOf(lead) + 1] : undefined
  if (!former) {
    const membership = join(lead, slug, { kind: 'LEAD', joinedOn: firstDay, joinReason: '联盟组建' })
    const lastYear = slug === endingLead ? year : year + 1
    return [decide(lead, membership, firstDay, `${lastYear}-12-31`, foundedReason)]
  }
  const turn = `${year}-01-01`
  const handedOver = { leftOn: turn, leaveReason: '牵头任期届满' }
  const past = join(former, slug, { kind: 'LEAD', joinedOn: firstDay, joinReason: '联盟组建', ...handedOver })
  join(former, slug, { joinedOn: turn, joinReason: '牵头任期届满，转为成员企业' })
  join(lead, slug, { joinedOn: firstDay, joinReason: '联盟组建', leftOn: turn, leaveReason: '转为牵头企业' })
  const present = join(lead, slug, { kind: 'LEAD', joinedOn: turn, joinReason: '换届' })
  return [
    decide(former, past, firstDay, turn, foundedReason),
    decide(
      lead,
      present,
      plusDays(turn, -12),
      `${year + 1}-12-31`,
      '上届任期届满；该企业标准化一级、连续三年零事故，成员企业一致同意',
    ),
  ]
}

/** 3 % move to another alliance in a year, 2 % leave altogether, 6 % are in a second alliance, 12 % joined later. */
function placeOrdinary({ random, anchor, firstDay }: Context, join: Join, firm: Firm): void {
  const { slug } = firm
  const joinedLate = random.chance(0.12)
  const joinedOn = joinedLate ? plusDays(firstDay, random.between(30, 600)) : firstDay
  const joinReason = joinedLate ? '新取得许可' : '联盟组建'
  const draw = random.next()
  const latest = plusDays(anchor, -random.between(20, 300))
  const leftOn = latest > joinedOn ? latest : anchor
  if (draw < 0.09) {
    const other = neighbours[slug]
    const reason = `主营业务调整，转入${nameOf.get(other)}联盟`
    join(firm, slug, { joinedOn, joinReason, leftOn, leaveReason: reason })
    join(firm, other, { joinedOn: leftOn, joinReason: `由${nameOf.get(slug)}联盟转入` })
    return
  }
  if (draw < 0.11) {
    join(firm, slug, { joinedOn, joinReason, leftOn, leaveReason: '停产，许可注销' })
    firm.row.closedOn = leftOn
    return
  }
  join(firm, slug, { joinedOn, joinReason })
  if (draw > 0.93)
    join(firm, neighbours[slug], {
      joinedOn: plusDays(joinedOn, random.between(0, 60)),
      joinReason: '业务同时属于该行业',
    })
}
