import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import { formatInstant } from '@/lib/text/format'
import { toLocale } from '@/lib/text/locale'
import { undoYearCopy } from '@/lib/years/actions'
import type { YearCopy } from '@/lib/years/undo-queries'

/** What the latest copy made, and the way back for as long as nothing stands on it. */
export async function LatestCopy({ copy }: { copy: YearCopy }) {
  const [t, words, locale] = await Promise.all([getTranslations('years.copy'), getTranslations(), getLocale()])
  const years = { from: String(copy.fromYear), to: String(copy.toYear) }
  const instant = (at: Date) => formatInstant(toLocale(locale), at)
  const { made, obstacle } = copy
  const counts = {
    years: made.years.length,
    topics: made.topics.length,
    leads: made.leads.length,
    insurers: made.insurers.length,
  }
  return (
    <Section title={t('latest')}>
      <div className="flex flex-col gap-3 rounded-md border bg-surface p-4 text-sm">
        <p>{t('made', { name: copy.madeBy.name, at: instant(copy.madeAt), ...years, ...counts })}</p>
        {copy.undoneAt && (
          <p className="text-muted">{t('undoneBy', { name: copy.undoneBy?.name ?? '', at: instant(copy.undoneAt) })}</p>
        )}
        {obstacle && !copy.undoneAt && (
          <p className="text-muted">{t('cannotUndo', { why: words(`refusals.${obstacle.code}`, obstacle.params) })}</p>
        )}
        <div className="flex flex-wrap gap-2">
          {!copy.undoneAt && (
            <ButtonLink href={`/portal/alliances/years/${copy.toYear}`} variant="primary">
              {t('toDesk', { year: years.to })}
            </ButtonLink>
          )}
          {!obstacle && (
            <Words>
              <ActionButton
                action={undoYearCopy}
                input={{ copyId: copy.id }}
                label={t('undo')}
                say={t('undone')}
                confirm={{ title: t('undoTitle', years), text: t('undoText'), confirmLabel: t('undo'), tone: 'danger' }}
              />
            </Words>
          )}
        </div>
      </div>
    </Section>
  )
}
