import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Progress } from '@/components/ui/progress'
import type { CaseDetail, NamedCase } from '@/lib/cases/queries'
import type { CheckLine } from '@/lib/cases/check-queries'
import { formatDay, formatShare } from '@/lib/text/format'

const Written = ({ text }: { text: string }) => <span className="wrap-anywhere whitespace-pre-line">{text}</span>

/** What happened, why, what follows, and what each member asks itself. */
export async function CaseText({ accident }: { accident: CaseDetail }) {
  const [t, check, locale] = await Promise.all([
    getTranslations('cases.field'),
    getTranslations('cases.check'),
    getLocale(),
  ])
  const { happenedOn, place, happened, causes, lessons, source, questions } = accident
  return (
    <>
      <DescriptionList
        entries={[
          { label: t('happenedOn'), value: formatDay(locale, happenedOn) },
          { label: t('place'), value: place },
          { label: t('happened'), value: <Written text={happened} />, isWide: true },
          { label: t('causes'), value: <Written text={causes} />, isWide: true },
          { label: t('lessons'), value: <Written text={lessons} />, isWide: true },
          ...(source ? [{ label: t('source'), value: source, isWide: true }] : []),
        ]}
      />
      <Section title={check('section')}>
        <ol className="list-inside list-decimal divide-y rounded-md border bg-surface text-sm">
          {questions.map(({ id, text }) => (
            <li key={id} className="px-4 py-2 wrap-anywhere">
              {text}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

/** To which alliances it was sent, with the answer rate that the reader sees. */
export async function SentChecks({ checks, isOwn }: { checks: CheckLine[]; isOwn: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('cases.check'), getLocale()])
  return (
    <Section title={t(isOwn ? 'own' : 'sent')}>
      {checks.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      {checks.length > 0 && (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {checks.map(({ id, alliance, dueOn, tally }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <AllianceBadge alliance={alliance} />
              <Link href={`/portal/self-checks/${id}`} prefetch={false} className="link font-bold">
                {isOwn ? t('title') : rateOf(tally, (values) => t('rate', values))}
              </Link>
              <span className="text-muted">{t('due', { day: formatDay(locale, dueOn) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type Rate = { answered: string; sent: string; rate: string }

/** 共 and 百分比 beside each other: n/N stands beside every %. */
export const rateOf = ({ answered, sent }: CheckLine['tally'], write: (values: Rate) => string): string =>
  write({ answered: String(answered), sent: String(sent), rate: sent > 0 ? formatShare(answered, sent) : '—' })

export async function AnswerRate({ tally }: { tally: CheckLine['tally'] }) {
  const t = await getTranslations('cases.check')
  const label = rateOf(tally, (values) => t('rate', values))
  return (
    <div className="flex items-center gap-3 rounded-md border bg-surface px-4 py-3 text-sm">
      <Progress value={tally.answered} max={tally.sent} label={label} />
      <span className="shrink-0">{label}</span>
    </div>
  )
}

/** The cases that a training explains; `drop` draws what is beside each. */
export async function ExplainedCases({
  cases,
  drop,
}: {
  cases: NamedCase[]
  drop?: (accident: NamedCase) => ReactNode
}) {
  const t = await getTranslations('cases.explained')
  if (cases.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {cases.map((accident) => (
        <li key={accident.id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
          <Link href={`/portal/cases/${accident.id}`} prefetch={false} className="link wrap-anywhere">
            {accident.title}
          </Link>
          {drop?.(accident)}
        </li>
      ))}
    </ul>
  )
}

/** The same under a small heading, on the page of the training. */
export async function ExplainedPart({ cases }: { cases: NamedCase[] }) {
  const t = await getTranslations('cases.explained')
  return (
    <>
      <h3 className="text-sm">{t('title')}</h3>
      <ExplainedCases cases={cases} />
    </>
  )
}
