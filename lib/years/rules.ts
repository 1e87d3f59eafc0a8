import { daysOfYear, holdsOn, type DayPeriod } from '@/lib/alliances/rules'
import { plusDays, type Day } from '@/lib/core/clock'
import type { TopicState } from '@/lib/core/prisma/enums'
import { isUnderWay } from '@/lib/topics/rules'

export const copyReasonMax = 500

type Firm = { id: string; name: string }
type Targets = { meetingTarget: number | null; trainingMinimum: number }
type Person = Firm & { isDisabled: boolean; offices: DayPeriod[] }

/** An alliance as the plan reads it: its two years, its lead and its latest insurer. */
export type CopySource = {
  id: string
  slug: string
  name: string
  nameEn: string
  sortOrder: number
  from: (Targets & { topics: SourceTopic[] }) | null
  to: (Targets & { isClosed: boolean; topics: { title: string }[] }) | null
  lead: { enterprise: Firm & { closedOn: Day | null }; joinedOn: Day; termEndsOn: Day | null } | null
  insurer: { insurer: Firm; coordinator: Person; deputy: Person | null; startsOn: Day; endsOn: Day | null } | null
}

type SourceTopic = {
  id: string
  title: string
  state: TopicState
  owner: (Firm & { isStillMember: boolean }) | null
  steps: { title: string; dueOn: Day }[]
}

/** NEW: it will be made. EXISTS: it is there already and stays as it is. */
type Made = 'NEW' | 'EXISTS'

export type AlliancePlan = Pick<CopySource, 'id' | 'slug' | 'name' | 'nameEn' | 'sortOrder'> & {
  year: Targets & { status: Made; isClosed: boolean; isFromLastYear: boolean }
  topics: {
    id: string
    status: Made
    title: string
    owner: Firm | null
    /** The former owner, where it has left the alliance. */
    leftOwner: string | null
    steps: { title: string; dueOn: Day }[]
  }[]
  lead: {
    status: Made | 'NONE' | 'FIRM_CLOSED'
    enterprise: Firm | null
    termEndsOn: Day | null
    startsOn: Day
    lastDay: Day
  }
  insurer: {
    status: Made | 'NONE' | 'PERSON_GONE'
    insurer: Firm | null
    coordinator: Firm | null
    deputy: Firm | null
    /** The last day of the standing that is continued; null: open. */
    until: Day | null
    startsOn: Day
    lastDay: Day
  }
}

type Years = { from: number; to: number; today: Day; defaults: Targets }

/** The same day some years later; the 29th of February becomes the 28th where there is none. */
export function plusYears(day: Day, years: number): Day {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day.endsWith('-02-29') && !isLeap(Number(moved.slice(0, 4))) ? moved.replace('-29', '-28') : moved
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** What copying would do to an alliance; nothing that is there already is touched. */
export function planOf(source: CopySource, years: Years): AlliancePlan {
  const { id, slug, name, nameEn, sortOrder } = source
  const { from: first, to: end } = daysOfYear(years.to)
  // A year that has begun is continued from today on: what lies behind is not rewritten.
  const span = { startsOn: later(first, years.today < end ? years.today : first), lastDay: plusDays(end, -1) }
  return {
    ...{ id, slug, name, nameEn, sortOrder },
    year: yearPlan(source, years),
    topics: topicPlans(source, years),
    lead: leadPlan(source, years, span),
    insurer: insurerPlan(source, span),
  }
}

function yearPlan({ from, to }: CopySource, { defaults }: Years): AlliancePlan['year'] {
  const { meetingTarget, trainingMinimum } = to ?? from ?? defaults
  const targets = { meetingTarget, trainingMinimum }
  return { ...targets, status: to ? 'EXISTS' : 'NEW', isClosed: to?.isClosed ?? false, isFromLastYear: from !== null }
}

function topicPlans({ from, to }: CopySource, years: Years): AlliancePlan['topics'] {
  if (to?.isClosed) return []
  const here = new Set(to?.topics.map(({ title }) => title))
  return (from?.topics ?? [])
    .filter(({ state }) => isUnderWay(state))
    .map(({ id, title, owner, steps }) => ({
      id,
      title,
      status: here.has(title) ? 'EXISTS' : 'NEW',
      owner: owner?.isStillMember ? { id: owner.id, name: owner.name } : null,
      leftOwner: owner && !owner.isStillMember ? owner.name : null,
      steps: steps.map((step) => ({ title: step.title, dueOn: plusYears(step.dueOn, years.to - years.from) })),
    }))
}

type Span = { startsOn: Day; lastDay: Day }

/** A lead stays until somebody ends it; what is renewed is a term that does not reach into the year. */
function leadPlan({ lead }: CopySource, years: Years, span: Span): AlliancePlan['lead'] {
  if (!lead) return { ...span, status: 'NONE', enterprise: null, termEndsOn: null }
  const { enterprise, termEndsOn, joinedOn } = lead
  const plan = { ...span, enterprise: { id: enterprise.id, name: enterprise.name }, termEndsOn }
  const { from: first } = daysOfYear(years.to)
  if (termEndsOn === null || termEndsOn >= first || joinedOn >= span.startsOn) return { ...plan, status: 'EXISTS' }
  const isClosed = enterprise.closedOn !== null && enterprise.closedOn <= span.startsOn
  return { ...plan, status: isClosed ? 'FIRM_CLOSED' : 'NEW' }
}

const serves = (person: Person, day: Day): boolean =>
  !person.isDisabled && person.offices.some((office) => holdsOn(office, day))

/** A standing that ends before the year is over goes on with the same people, if they are still there. */
function insurerPlan({ insurer }: CopySource, span: Span): AlliancePlan['insurer'] {
  const nobody = { insurer: null, coordinator: null, deputy: null, until: null }
  if (!insurer) return { ...span, ...nobody, status: 'NONE' }
  const startsOn = later(insurer.endsOn ?? span.startsOn, span.startsOn)
  const { coordinator, deputy } = insurer
  const named = ({ id, name }: Person): Firm => ({ id, name })
  const plan = {
    insurer: insurer.insurer,
    coordinator: named(coordinator),
    deputy: deputy && serves(deputy, startsOn) ? named(deputy) : null,
    until: insurer.endsOn && plusDays(insurer.endsOn, -1),
    startsOn,
    lastDay: span.lastDay,
  }
  if (insurer.endsOn === null || startsOn > span.lastDay) return { ...plan, status: 'EXISTS' }
  return { ...plan, status: serves(coordinator, startsOn) ? 'NEW' : 'PERSON_GONE' }
}

/** The name under which a line is ticked. */
export const copyKey = {
  year: (allianceId: string) => `year:${allianceId}`,
  topic: (topicId: string) => `topic:${topicId}`,
  lead: (allianceId: string) => `lead:${allianceId}`,
  insurer: (allianceId: string) => `insurer:${allianceId}`,
}

/** Every line of a plan that would be made. */
export const newKeys = (plan: AlliancePlan): string[] => [
  ...(plan.year.status === 'NEW' ? [copyKey.year(plan.id)] : []),
  ...plan.topics.flatMap(({ id, status }) => (status === 'NEW' ? [copyKey.topic(id)] : [])),
  ...(plan.lead.status === 'NEW' ? [copyKey.lead(plan.id)] : []),
  ...(plan.insurer.status === 'NEW' ? [copyKey.insurer(plan.id)] : []),
]
