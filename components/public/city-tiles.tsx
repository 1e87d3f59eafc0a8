import { getLocale } from 'next-intl/server'
import { TileGrid } from '@/components/list/tile-grid'
import type { JurisdictionTile } from '@/lib/alliances/public-queries'
import { formatNumber } from '@/lib/text/format'

/** The 18 jurisdictions, coloured by how many members each one supervises. */
export async function CityTiles({ tiles }: { tiles: JurisdictionTile[] }) {
  const locale = await getLocale()
  return (
    <TileGrid
      most={Math.max(...tiles.map((tile) => tile.enterprises), 1)}
      tiles={tiles.map((tile) => ({
        key: tile.code,
        name: locale === 'zh-CN' ? tile.shortName : tile.nameEn,
        value: tile.enterprises,
        text: formatNumber(tile.enterprises),
        href: `/alliances#j-${tile.code}`,
      }))}
    />
  )
}
