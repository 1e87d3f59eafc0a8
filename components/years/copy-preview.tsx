import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Choice } from '@/components/form/choices-field'
import type { CopyPlan } from '@/lib/years/copy-queries'
import { copyKey, type AlliancePlan } from '@/lib/years/rules'
import { formatDay } from '@/lib/text/format'
import { nameIn, toLocale } from '@/lib/text/locale'
import { CopyForm, GroupNotes, type CopyGroup } from './copy-form'

/** What copying will do, alliance by alliance, before it does it. */
export async function CopyPreview({ plan }: { plan: CopyPlan }) {
  const [t, groups] = await Promise.all([getTranslations('years.copy'), groupsOf(plan)])
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0)
  const years = { from: String(plan.from), to: String(plan.to) }
  return (
    <Section title={t('preview', years)}>
      {count > 0 ? (
        <>
          <p className="text-sm text-muted">{t('count', { count })}</p>
          <Words of={['years']}>
            <CopyForm {...years} from={plan.from} to={plan.to} fingerprint={plan.fingerprint} groups={groups} />
          </Words>
        </>
      ) : (
        <>
          <EmptyState kind="nothing" title={t('nothing')} text={t('nothingText', years)} />
          <Standing groups={groups} />
        </>
      )}
    </Section>
  )
}

/** Where there is nothing to tick: what is there, alliance by alliance. */
async function Standing({ groups }: { groups: CopyGroup[] }) {
  return (
    <Words of={['years']}>
      <div className="grid gap-3 lg:grid-cols-2">
        {groups.map((group) => (
          <div key={group.slug} className="flex flex-col gap-1 rounded-md border bg-surface p-4">
            <p className="font-bold">{group.name}</p>
            <GroupNotes group={group} />
          </div>
        ))}
      </div>
    </Words>
  )
}

/** The plan in the reader's language. */
async function groupsOf(plan: CopyPlan): Promise<CopyGroup[]> {
  const [t, locale] = await Promise.all([getTranslations('years.copy'), getLocale()])
  const words = { t, year: String(plan.to), day: (day: string) => formatDay(toLocale(locale), day) }
  return plan.alliances.map((alliance) => ({
    slug: alliance.slug,
    name: nameIn(toLocale(locale), alliance),
    choices: [
      ...yearChoice(alliance, words),
      ...topicChoices(alliance, words),
      ...leadChoice(alliance, words),
      ...insurerChoice(alliance, words),
    ],
    standing: standingOf(alliance, words),
    open: openOf(alliance, words),
  }))
}

type CopyWords = {
  t: Awaited<ReturnType<typeof getTranslations<'years.copy'>>>
  year: string
  day: (day: string) => string
}

function yearChoice({ id, year }: AlliancePlan, { t, year: name }: CopyWords): Choice[] {
  if (year.status !== 'NEW') return []
  const target = year.meetingTarget === null ? t('noTarget') : t('target', { count: year.meetingTarget })
  const training = t('training', { count: year.trainingMinimum })
  const hint = t(year.isFromLastYear ? 'basisLast' : 'basisDefaults')
  return [{ value: copyKey.year(id), label: t('lineYear', { year: name, target, training }), hint }]
}

const topicChoices = ({ topics }: AlliancePlan, words: CopyWords): Choice[] =>
  topics
    .filter(({ status }) => status === 'NEW')
    .map((topic) => ({
      value: copyKey.topic(topic.id),
      label: words.t('lineTopic', { title: topic.title }),
      hint: topicHint(topic, words),
    }))

function topicHint({ owner, leftOwner, steps }: AlliancePlan['topics'][number], { t, day }: CopyWords): string {
  const nobody = leftOwner ? t('topicOwnerLeft', { name: leftOwner }) : t('topicNoOwner')
  const said = [owner ? t('topicOwner', { name: owner.name }) : nobody]
  if (steps.length > 0) {
    const listed = steps.map((step) => t('step', { title: step.title, day: day(step.dueOn) })).join('、')
    said.push(t('topicSteps', { count: steps.length, steps: listed }))
  }
  return said.join(' · ')
}

function leadChoice({ id, lead }: AlliancePlan, { t, day }: CopyWords): Choice[] {
  if (lead.status !== 'NEW' || !lead.enterprise) return []
  const until = lead.termEndsOn ? day(lead.termEndsOn) : ''
  const hint = t('leadHint', { until, from: day(lead.startsOn), to: day(lead.lastDay) })
  return [{ value: copyKey.lead(id), label: t('lineLead', { name: lead.enterprise.name }), hint }]
}

function insurerChoice({ id, insurer }: AlliancePlan, { t, day }: CopyWords): Choice[] {
  if (insurer.status !== 'NEW' || !insurer.insurer) return []
  const hint = t('insurerHint', {
    until: insurer.until ? day(insurer.until) : '',
    from: day(insurer.startsOn),
    to: day(insurer.lastDay),
    coordinator: insurer.coordinator?.name ?? '',
    deputy: insurer.deputy?.name ?? t('noDeputy'),
  })
  return [{ value: copyKey.insurer(id), label: t('lineInsurer', { name: insurer.insurer.name }), hint }]
}

function standingOf({ year, topics, lead, insurer }: AlliancePlan, { t, year: name, day }: CopyWords): string[] {
  const term = lead.termEndsOn ? t('leadUntil', { day: day(lead.termEndsOn) }) : t('leadOpen')
  const until = insurer.until ? t('insurerUntil', { day: day(insurer.until) }) : t('insurerOpen')
  return [
    ...(year.status === 'EXISTS' ? [t('existsYear', { year: name })] : []),
    ...topics.flatMap(({ status, title }) => (status === 'EXISTS' ? [t('existsTopic', { title })] : [])),
    ...(lead.status === 'EXISTS' && lead.enterprise ? [t('existsLead', { name: lead.enterprise.name, term })] : []),
    ...(insurer.status === 'EXISTS' && insurer.insurer
      ? [t('existsInsurer', { name: insurer.insurer.name, term: until })]
      : []),
  ]
}

/** What a person has to decide, and where. */
function openOf({ slug, lead, insurer, year }: AlliancePlan, { t, year: name }: CopyWords): CopyGroup['open'] {
  const at = (part: string, text: string) => ({ text, href: `/portal/alliances/${slug}/${part}` })
  const gone = { name: insurer.insurer?.name ?? '', coordinator: insurer.coordinator?.name ?? '' }
  return [
    ...(year.isClosed ? [at('topics', t('closed', { year: name }))] : []),
    ...(lead.status === 'NONE' ? [at('lead', t('noLead'))] : []),
    ...(lead.status === 'FIRM_CLOSED' ? [at('lead', t('leadClosed', { name: lead.enterprise?.name ?? '' }))] : []),
    ...(insurer.status === 'NONE' ? [at('insurer', t('noInsurer'))] : []),
    ...(insurer.status === 'PERSON_GONE' ? [at('insurer', t('personGone', gone))] : []),
  ]
}
