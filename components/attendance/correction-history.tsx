import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { HistoryLine } from '@/lib/attendance/correction-queries'
import { formatInstant, formatStamp } from '@/lib/text/format'

/** What the trail says of one attendance: who did what, when and why. */
export async function CorrectionHistory({ history }: { history: HistoryLine[] }) {
  const t = await getTranslations('attendance.history')
  return (
    <Section title={t('title')}>
      {history.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ol className="divide-y rounded-md border bg-surface">
          {history.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
    </Section>
  )
}

async function Line({ line }: { line: HistoryLine }) {
  const [t, locale] = await Promise.all([getTranslations('attendance'), getLocale()])
  const changes: [string, string, string][] = []
  if (line.enterprise) {
    const [before, after] = line.enterprise
    changes.push([t('list.enterprise'), before ?? t('list.noEnterprise'), after ?? t('list.noEnterprise')])
  }
  if (line.checkedInAt) {
    const [before, after] = line.checkedInAt
    changes.push([t('list.time'), formatStamp(before), formatStamp(after)])
  }
  if (line.checkedOutAt) {
    const [before, after] = line.checkedOutAt
    const stamp = (at: string | null) => (at ? formatStamp(at) : t('list.notLeft'))
    changes.push([t('list.left'), stamp(before), stamp(after)])
  }
  if (line.verdict) {
    const [before, after] = line.verdict
    changes.push([t('list.counts'), t(`verdict.${before ?? 'NONE'}`), t(`verdict.${after}`)])
  }
  if (line.mandateKind) {
    const [before, after] = line.mandateKind
    changes.push([t('list.mandate'), t(`mandate.${before ?? 'NONE'}`), t(`mandate.${after ?? 'NONE'}`)])
  }
  if (line.method) {
    const [before, after] = line.method
    changes.push([t('list.how'), t(`method.${before}`), t(`method.${after}`)])
  }
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-bold">{t(`history.verb.${line.verb}`)}</span>
        <span>{line.by}</span>
        <span className="text-muted">{line.hat}</span>
        <span className="text-muted">{formatInstant(locale, line.at)}</span>
      </p>
      {changes.map(([field, before, after]) => (
        <p key={field}>{t('history.change', { field, before, after })}</p>
      ))}
      {line.reason && <p className="text-muted">{t('history.reason', { reason: line.reason })}</p>}
    </li>
  )
}
