import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { HistoryEntry } from '@/lib/enterprises/history-queries'
import { formatInstant } from '@/lib/text/format'
import { messagesOf } from '@/lib/text/messages'
import type { Locale } from '@/lib/text/locale'

const verbs = {
  'enterprise.import': 'import',
  'enterprise.correct-by-import': 'correctByImport',
  'enterprise.correct': 'correct',
  'enterprise.propose-correction': 'propose',
  'enterprise.withdraw-proposal': 'withdraw',
  'enterprise.decide-proposal': 'decide',
  'enterprise.close': 'close',
  'enterprise.reopen': 'reopen',
  'enterprise.move': 'move',
  'enterprise.merge': 'merge',
  'enterprise.undo-merge': 'undoMerge',
  'enterprise.grant-mandate': 'grantMandate',
  'enterprise.end-mandate': 'endMandate',
} as const

const isKnown = (verb: string): verb is keyof typeof verbs => verb in verbs

/** What was done to the entry, by whom and when: field by field, from what to what. */
export async function HistoryList({ entries, total }: { entries: HistoryEntry[]; total: number }) {
  const [t, detail, locale] = await Promise.all([
    getTranslations('enterprises.history'),
    getTranslations('enterprises.detail'),
    getLocale(),
  ])
  return (
    <Section title={detail('history')}>
      {entries.length === 0 && <EmptyState kind="nothing" title={detail('noHistory')} />}
      {entries.length > 0 && (
        <ol className="divide-y rounded-md border bg-surface text-sm">
          {entries.map(({ id, at, actorName, actorHat, verb, changes }) => (
            <li key={id} className="flex flex-col gap-1 px-4 py-2.5">
              <p className="flex flex-wrap gap-x-3">
                <span className="font-bold">{t(isKnown(verb) ? verbs[verb] : 'other')}</span>
                <span className="text-muted">{formatInstant(locale, at)}</span>
                <span className="text-muted">{[actorName, actorHat].filter(Boolean).join(' · ')}</span>
              </p>
              <ul className="flex flex-col gap-0.5">
                {linesOf(changes, locale).map(({ label, text }) => (
                  <li key={label}>
                    <span className="text-muted">{label}</span> {text}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {total > entries.length && (
        <p className="text-sm text-muted">{detail('historyLatest', { total, shown: entries.length })}</p>
      )}
    </Section>
  )
}

const listMark: Record<Locale, string> = { 'zh-CN': '、', en: ', ' }

type Labels = Record<string, string>

/** The words of a trail's codes, in the language of the reader. */
function linesOf(changes: HistoryEntry['changes'], locale: Locale): { label: string; text: string }[] {
  const { enterprises, imports, common, audit } = messagesOf(locale)
  const { businessKind, sizeClass, standardizationLevel, majorHazardLevel, licenceKind, mandateKind, history } =
    enterprises
  const codes: Record<string, Labels> = {
    businessKind,
    sizeClass,
    standardizationLevel,
    majorHazardLevel,
    licenceKind,
    mandateKind,
  }
  const { file, reason, holder, startsOn, lastDay } = history
  const { proposed, refused, proposer } = history
  const own = { file, reason, holder, mandateKind: history.mandateKind, startsOn, lastDay, proposed, refused, proposer }
  const fields: Labels = { ...audit.field, ...imports.field, ...own }
  const said = (field: string, value: unknown): string => {
    if (value === null || value === '') return common.unknown
    if (Array.isArray(value)) return value.map((one) => fields[String(one)] ?? String(one)).join(listMark[locale])
    const text = String(value)
    return codes[field]?.[text] ?? text
  }
  return Object.entries(changes).map(([field, [before, after]]) => {
    const label = fields[field] ?? field
    if (after === '***') return { label, text: history.changed }
    const isStatement = ['file', 'reason', 'refused', 'proposer', 'people', 'places'].includes(field)
    return { label, text: isStatement ? said(field, after) : `${said(field, before)} → ${said(field, after)}` }
  })
}
