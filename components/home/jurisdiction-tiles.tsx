import { getLocale, getTranslations } from 'next-intl/server'
import { TileGrid } from '@/components/list/tile-grid'
import { Section } from '@/components/layout/page-header'
import type { ReportPlace } from '@/lib/reports/place-queries'
import type { GroupLine } from '@/lib/reports/queries'
import { formatShare } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'

type Props = { places: ReportPlace[]; lines: GroupLine[]; year: number }

/** How far each jurisdiction's enterprises take part; a dash where none was offered anything. */
export async function JurisdictionTiles({ places, lines, year }: Props) {
  const [t, locale] = await Promise.all([getTranslations('reports'), getLocale()])
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const tileOf = ({ key, name, nameEn, shortName }: ReportPlace) => {
    const { byMandate: part = 0, offered: whole = 0, enterprises = 0 } = byKey.get(key) ?? {}
    return {
      key,
      name: nameIn(locale, { name: shortName, nameEn }),
      value: whole > 0 ? part / whole : null,
      text: formatShare(part, whole),
      href: `/portal/reports?year=${year}&view=enterprise&jurisdiction=${key}`,
      label: t('home.jurisdictionTile', { name: nameIn(locale, { name, nameEn }), enterprises, part, whole }),
    }
  }
  return (
    <Section title={t('home.jurisdictions')}>
      <TileGrid most={1} tiles={places.map(tileOf)} />
    </Section>
  )
}
