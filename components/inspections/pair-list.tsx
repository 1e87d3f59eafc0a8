import { getTranslations } from 'next-intl/server'
import type { PairRow } from '@/lib/inspections/queries'
import { countsOf } from '@/lib/inspections/rules'
import { RemovePairButton } from './pair-forms'

type Props = { pairs: PairRow[]; mayRemove?: boolean }

/** Who goes to whom and what is looked at; how far the findings are, for those who read them. */
export async function PairList({ pairs, mayRemove = false }: Props) {
  const t = await getTranslations('inspections')
  if (pairs.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <ul className="max-w-4xl divide-y rounded-md border bg-surface text-sm">
      {pairs.map((pair) => (
        <li key={pair.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <span className="min-w-0 flex-1 basis-72">
            <span className="block font-bold wrap-anywhere">
              {t('goes', { inspector: pair.inspector.name, inspected: pair.inspected.name })}
            </span>
            <span className="block text-muted wrap-anywhere">{pair.scope}</span>
            {pair.isInside && <Inside pair={pair} />}
          </span>
          {mayRemove && pair.findings.length === 0 && (
            <RemovePairButton id={pair.id} inspector={pair.inspector.name} inspected={pair.inspected.name} />
          )}
        </li>
      ))}
    </ul>
  )
}

async function Inside({ pair: { id, inspector, inspected, findings } }: { pair: PairRow }) {
  const t = await getTranslations('inspections')
  const { total, open, toConfirm, closed } = countsOf(findings.map(({ state }) => state))
  return (
    <span className="flex flex-wrap gap-x-3">
      <span>{total === 0 ? t('noCounts') : t('counts', { total, open, toConfirm, closed })}</span>
      <a href={`/portal/inspections/${id}`} className="link">
        {t('open')}
        <span className="sr-only"> · {t('goes', { inspector: inspector.name, inspected: inspected.name })}</span>
      </a>
    </span>
  )
}
