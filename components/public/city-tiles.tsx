import { getLocale } from 'next-intl/server'
import Link from 'next/link'
import { heatStep, heatStepClass } from '@/components/list/heat-grid'
import type { JurisdictionTile } from '@/lib/alliances/public-queries'
import { formatNumber } from '@/lib/text/format'

/** The city without a map: 18 equal tiles, coloured by how many members each jurisdiction supervises. */
export async function CityTiles({ tiles }: { tiles: JurisdictionTile[] }) {
  const locale = await getLocale()
  const most = Math.max(...tiles.map((tile) => tile.enterprises), 1)
  return (
    <ul className="grid grid-cols-3 gap-1 sm:grid-cols-6">
      {tiles.map((tile) => (
        <li key={tile.code}>
          <Link
            href={`/alliances#j-${tile.code}`}
            prefetch={false}
            className={`flex h-full min-h-14 flex-col justify-center rounded px-0.5 py-1 text-center text-xs [overflow-wrap:normal] hover:underline ${heatStepClass(heatStep(tile.enterprises, most))}`}
          >
            <span>{locale === 'zh-CN' ? tile.shortName : tile.nameEn}</span>
            <span className="text-sm font-bold">{formatNumber(tile.enterprises)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
