import { getLocale, getTranslations } from 'next-intl/server'
import { HeatGrid } from '@/components/list/heat-grid'
import { hrefWith, type Query } from '@/components/list/href'
import type { MatrixCell } from '@/lib/reports/queries'
import { formatShare } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'

type Head = { key: string; name: string; nameEn: string; shortName: string }

/** Nine alliances across, eighteen jurisdictions down; each cell leads to the enterprises behind it. */
export async function ParticipationMatrix({
  cells,
  alliances,
  jurisdictions,
  query,
}: {
  cells: MatrixCell[]
  alliances: Head[]
  jurisdictions: Head[]
  query: Query
}) {
  const [t, locale] = await Promise.all([getTranslations('reports'), getLocale()])
  const short = ({ shortName, nameEn }: Head) => nameIn(locale, { name: shortName, nameEn })
  const byPlace = new Map(cells.map((cell) => [`${cell.alliance}/${cell.jurisdiction}`, cell]))
  const kept = { year: query['year'], quarter: query['quarter'] }

  const cellOf = (alliance: Head, jurisdiction: Head) => {
    // No members: nothing. Members to whom nothing was offered: a dash, which is no bad mark.
    const cell = byPlace.get(`${alliance.key}/${jurisdiction.key}`)
    const part = cell?.byMandate ?? 0
    const whole = cell?.offered ?? 0
    return {
      key: alliance.key,
      value: whole > 0 ? part / whole : null,
      text: cell ? formatShare(part, whole) : '',
      href: hrefWith('/portal/reports', kept, {
        view: 'enterprise',
        alliance: alliance.key,
        jurisdiction: jurisdiction.key,
      }),
      label: t('matrixCell', {
        alliance: nameIn(locale, alliance),
        jurisdiction: nameIn(locale, jurisdiction),
        enterprises: cell?.enterprises ?? 0,
        part,
        whole,
      }),
    }
  }

  return (
    <HeatGrid
      label={t('matrixLabel')}
      corner={t('column.jurisdiction')}
      heads={alliances.map((alliance) => ({ key: alliance.key, label: short(alliance) }))}
      rows={jurisdictions.map((jurisdiction) => ({
        key: jurisdiction.key,
        head: short(jurisdiction),
        cells: alliances.map((alliance) => cellOf(alliance, jurisdiction)),
      }))}
      most={1}
    />
  )
}
