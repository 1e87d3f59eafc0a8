import { getLocale, getTranslations } from 'next-intl/server'
import type { Choice } from '@/components/form/choices-field'
import type { CopyLine, PlanLine } from '@/lib/plans/preview-queries'
import type { Clash } from '@/lib/plans/rules'
import { formatDayOfInstant, formatDayOfYear, formatInstantOfYear } from '@/lib/text/format'
import { toLocale } from '@/lib/text/locale'
import { clashWords } from './clash-words'

/** A preview in words: what can be ticked, and what is not made again. */
export type PreviewWords = { choices: Choice[]; standing: string[] }

export async function previewWords(
  { lines }: { lines: (PlanLine | CopyLine)[] },
  clashes: Map<string, Clash[]>,
): Promise<PreviewWords> {
  const [t, given, ofClash] = await Promise.all([getTranslations('plans'), getLocale(), clashWords()])
  const locale = toLocale(given)
  const nameOf = ({ startsAt, title }: PlanLine) =>
    t('preview.line', { when: formatInstantOfYear(locale, startsAt), title })
  const moved = ({ date: { meant, day, off } }: PlanLine) => {
    if (!off || meant === day) return []
    const why = off.holiday ? t('clash.holiday', { holiday: off.holiday }) : t('clash.weekend')
    const [from, to] = [formatDayOfYear(locale, meant), formatDayOfYear(locale, day)]
    return [t('preview.moved', { day: from, why, direction: day > meant ? 'later' : 'sooner', to })]
  }
  const origin = (line: PlanLine | CopyLine) => {
    if (!('source' in line)) return []
    const from = t('copy.from', { day: formatDayOfInstant(locale, line.source.startsAt) })
    return [from, ...(line.lost.length > 0 ? [t('copy.without', { names: line.lost.join('、') })] : [])]
  }
  const fresh = lines.filter(({ status }) => status === 'NEW')
  const choices = fresh.map((line) => ({
    value: line.key,
    label: nameOf(line),
    hint: [...origin(line), ...moved(line)].join(' · '),
    warning: (clashes.get(line.key) ?? []).map(ofClash).join('\n'),
  }))
  const standing = lines
    .filter(({ status }) => status !== 'NEW')
    .map((line) => `${nameOf(line)} · ${line.status === 'MADE' ? t('preview.made') : t('preview.past')}`)
  return { choices, standing }
}
