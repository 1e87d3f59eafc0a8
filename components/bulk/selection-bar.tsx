import { getTranslations } from 'next-intl/server'
import { type Query } from '@/components/list/href'
import { buttonClass } from '@/components/ui/button'
import { formatNumber } from '@/lib/text/format'

/** Ticked boxes name it as their form, wherever in the page they stand. */
export const selectionFormId = 'selection'

type Props = { query: Query; total: number }

const notCarried = new Set(['sort', 'cursor', 'columns', 'saved'])

/** “This page” or “all 1,284”: a plain GET form, so that the selection is an address and works before script. */
export async function SelectionBar({ query, total }: Props) {
  const t = await getTranslations('bulk.bar')
  const carried = Object.entries(query).flatMap(([name, value]) =>
    notCarried.has(name) ? [] : [value ?? []].flat().map((text) => ({ name, text })),
  )
  return (
    <form
      id={selectionFormId}
      action="/portal/enterprises/bulk"
      aria-label={t('label')}
      className="no-print relative z-10 flex flex-wrap items-center gap-2 self-start text-sm sm:-mb-11"
    >
      {carried.map(({ name, text }) => (
        <input key={`${name}-${text}`} type="hidden" name={name} value={text} />
      ))}
      <button type="submit" name="scope" value="rows" className={buttonClass('secondary', 'small')}>
        {t('page')}
      </button>
      <button type="submit" name="scope" value="filter" className={buttonClass('secondary', 'small')}>
        {t('all', { count: formatNumber(total) })}
      </button>
    </form>
  )
}
