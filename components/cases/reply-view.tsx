import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { EmptyState } from '@/components/layout/empty-state'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import { Badge } from '@/components/ui/badge'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { CheckLine, OwnCheck, QuestionTally, ReplyRow } from '@/lib/cases/check-queries'
import { answerKinds } from '@/lib/cases/rules'
import type { ReplyFilter } from '@/lib/cases/schema'
import { dayOf } from '@/lib/core/clock'
import type { Page } from '@/lib/core/paging'
import { formatDay, formatInstant, formatNumber } from '@/lib/text/format'

const tones = { YES: 'danger', NO: 'success', NOT_APPLICABLE: 'neutral' } as const

type Question = { id: string; text: string }

/** What one member answered, question by question. */
export async function ReplyView({ reply, questions }: { reply: ReplyRow; questions: Question[] }) {
  const [t, locale] = await Promise.all([getTranslations('cases'), getLocale()])
  const { answers, answeredAt, answeredBy } = reply
  return (
    <div className="flex flex-col gap-3">
      {answeredAt && answeredBy && (
        <p className="text-sm text-muted">
          {t('check.answeredBy', { name: answeredBy.name, at: formatInstant(locale, answeredAt) })}
        </p>
      )}
      <ol className="divide-y rounded-md border bg-surface text-sm">
        {questions.map(({ id, text }, index) => {
          const given = answers.find(({ questionId }) => questionId === id)
          return (
            <li key={id} className="flex flex-col gap-1 px-4 py-2">
              <span className="flex flex-wrap items-start justify-between gap-x-4">
                <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{`${index + 1}. ${text}`}</span>
                {given && <Badge tone={tones[given.answer]}>{t(`answer.${given.answer}`)}</Badge>}
              </span>
              {given?.note && <span className="text-muted wrap-anywhere">{given.note}</span>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type Members = {
  check: CheckLine
  page: Page<ReplyRow> & { total: number }
  filter: ReplyFilter
  query: Query
}

/** Who has answered, and who has still to. */
export async function ReplyMembers({ check, page, filter, query }: Members) {
  const t = await getTranslations('cases.check')
  const path = `/portal/self-checks/${check.id}`
  const { sent, answered } = check.tally
  const counts = { WAITING: sent - answered, ANSWERED: answered }
  const names = { WAITING: t('waiting'), ANSWERED: t('answered') }
  return (
    <Section title={t('members')}>
      <Tabs
        label={t('tabs')}
        tabs={(['WAITING', 'ANSWERED'] as const).map((state) => ({
          href: `${path}?state=${state}`,
          label: names[state],
          count: formatNumber(counts[state]),
          isCurrent: filter.state === state,
        }))}
      />
      {page.total === 0 ? (
        <EmptyState kind="nothing" title={t('noMember')} />
      ) : (
        <DataTable
          id="self-check-members"
          label={t('members')}
          columns={[
            filter.state === 'ANSWERED'
              ? { key: 'enterprise', label: t('enterprise'), kind: 'link', href: `${path}/{id}`, isTitle: true }
              : { key: 'enterprise', label: t('enterprise'), isTitle: true },
            { key: 'could', label: t('could'), kind: 'number', align: 'right', isNamed: true },
            { key: 'answeredAt', label: t('answeredAt'), kind: 'day', isNamed: true },
          ]}
          rows={page.rows.map(({ id, enterprise, couldHappen, answeredAt }) => [
            id,
            enterprise.name,
            answeredAt ? couldHappen : null,
            answeredAt && dayOf(answeredAt),
          ])}
        />
      )}
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </Section>
  )
}

const blank: QuestionTally = { YES: 0, NO: 0, NOT_APPLICABLE: 0 }

type Tallies = {
  questions: Question[]
  tallies: Map<string, QuestionTally>
  /** Where a common problem is written down, for whoever may. */
  raisePath: string | null
}

/** How often each answer was given to each question; what could happen at some becomes a common problem by a press. */
export async function QuestionTallies({ questions, tallies, raisePath }: Tallies) {
  const t = await getTranslations('cases')
  return (
    <Section title={t('check.byQuestion')}>
      <Table label={t('check.byQuestion')} isCards>
        <Heads heads={[t('check.section'), ...answerKinds.map((kind) => t(`answer.${kind}`))]} />
        <tbody>
          {questions.map(({ id, text }) => (
            <tr key={id}>
              <th scope="row" className="whitespace-normal!">
                {text}
                {raisePath && (tallies.get(id) ?? blank).YES > 0 && (
                  <Link href={`${raisePath}?question=${id}`} prefetch={false} className="link block font-normal">
                    {t('check.raise')}
                  </Link>
                )}
              </th>
              {answerKinds.map((kind) => (
                <LabelledTd key={kind} label={t(`answer.${kind}`)}>
                  {(tallies.get(id) ?? blank)[kind]}
                </LabelledTd>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

/** Self-checks that the own enterprise has still to answer; nothing where there is none. */
export async function OwnSelfChecks({ checks }: { checks: OwnCheck[] }) {
  const [t, locale] = await Promise.all([getTranslations('cases.check'), getLocale()])
  if (checks.length === 0) return null
  return (
    <Section title={`${t('mine')} ${formatNumber(checks.length)}`}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {checks.map(({ id, title, dueOn }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <Link
              href={`/portal/self-checks/${id}`}
              prefetch={false}
              className="link min-w-0 flex-1 basis-48 font-bold wrap-anywhere"
            >
              {title}
            </Link>
            <span className="text-muted">{t('due', { day: formatDay(locale, dueOn) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
