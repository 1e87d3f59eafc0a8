import Link from 'next/link'
import { heatStep, heatStepClass } from './heat-grid'

export type Tile = {
  key: string
  name: string
  /** What colours the tile, between nothing and `most`. */
  value: number | null
  text: string
  href: string
  /** The tile in words, where name and figure alone do not say it. */
  label?: string
}

/** The city without a map: 18 equal tiles. Each figure stands in its tile as text and leads to its list. */
export function TileGrid({ tiles, most }: { tiles: Tile[]; most: number }) {
  return (
    <ul className="grid grid-cols-3 gap-1 sm:grid-cols-6">
      {tiles.map((tile) => (
        <li key={tile.key} className={tile.value ? '' : 'rounded border'}>
          <Link
            href={tile.href}
            prefetch={false}
            aria-label={tile.label}
            className={`flex h-full min-h-14 flex-col justify-center rounded px-0.5 py-1 text-center text-xs text-balance [overflow-wrap:normal] hover:underline ${heatStepClass(heatStep(tile.value, most))}`}
          >
            <span>{tile.name}</span>
            <span className="text-sm font-bold">{tile.text}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
