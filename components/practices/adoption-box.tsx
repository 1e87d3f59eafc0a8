import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AdoptForm } from '@/components/practice-forms/decision-forms'
import { dayOf } from '@/lib/core/clock'
import { endAdoption } from '@/lib/practices/actions'
import type { AdoptionRow } from '@/lib/practices/queries'
import { formatDay } from '@/lib/text/format'

type Props = { practiceId: string; rows: AdoptionRow[]; ownId: string | null; mayAdopt: boolean }

/** Who uses it, and what came of it. */
export async function AdoptionBox({ practiceId, rows, ownId, mayAdopt }: Props) {
  const [t, locale] = await Promise.all([getTranslations('practices.adopt'), getLocale()])
  const own = rows.find(({ enterpriseId }) => enterpriseId === ownId)
  return (
    <Section title={t('title')}>
      {rows.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      <ul className="max-w-4xl divide-y rounded-md border bg-surface text-sm empty:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-col gap-1 px-3 py-2">
            <span className="flex flex-wrap gap-x-3">
              <span className="font-bold">{row.enterprise.name}</span>
              <span className="text-muted">{t('since', { day: formatDay(locale, dayOf(row.adoptedAt)) })}</span>
            </span>
            {row.outcome && <p className="break-words whitespace-pre-line [overflow-wrap:anywhere]">{row.outcome}</p>}
          </li>
        ))}
      </ul>
      {mayAdopt && (
        <Words of={['practices']}>
          <div className="flex flex-col gap-3">
            <h3 className="text-sm font-bold">{t('ours')}</h3>
            <AdoptForm practiceId={practiceId} outcome={own?.outcome ?? ''} isOpen={own !== undefined} />
            {own && (
              <div>
                <ActionButton
                  action={endAdoption}
                  input={{ practiceId }}
                  label={t('end')}
                  say={t('ended')}
                  variant="quiet"
                />
              </div>
            )}
          </div>
        </Words>
      )}
    </Section>
  )
}
