import { type ReactNode } from 'react'
import { allianceBadgeClass } from '@/components/ui/alliance-badge'
import { badgeClass } from '@/components/ui/badge'
import { formatNumber, formatShare } from '@/lib/text/format'
import { type AllianceLegend, type Cell, type Column, type Row } from './columns'

type Props = { column: Column; value: Cell; row: Row; columns: Column[]; alliances: AllianceLegend }

const none = '—'

/** One cell. Kept to few elements: a list draws it some hundred times. */
export function DataCell({ column, value, row, columns, alliances }: Props): ReactNode {
  if (column.kind === 'node') return <>{value}</>
  if (value === null || value === undefined || value === '') return <span className="e">{none}</span>
  const content = contentOf(column, value, alliances)
  const address = column.href ? addressOf(column.href, row, columns) : null
  const label = isCounted(column) ? <span className="k">{column.label}</span> : null
  return (
    <>
      {label}
      {address ? <a href={address}>{content}</a> : content}
    </>
  )
}

/** Cells that say nothing without their column's name, on a card. */
const isCounted = ({ kind, isNamed }: Column): boolean =>
  isNamed === true || kind === 'number' || kind === 'rate' || kind === 'day'

function contentOf(column: Column, value: Exclude<Cell, null | undefined>, alliances: AllianceLegend): ReactNode {
  switch (column.kind) {
    case 'number':
      return typeof value === 'number' ? formatNumber(value) : String(value)
    case 'rate':
      return Array.isArray(value) ? <Rate part={Number(value[0])} whole={Number(value[1])} /> : String(value)
    case 'badge': {
      const code = String(value)
      return <span className={badgeClass(column.tones?.[code])}>{column.labels?.[code] ?? code}</span>
    }
    case 'alliances':
      return <Alliances ids={Array.isArray(value) ? value : [String(value)]} legend={alliances} />
    case 'mono':
      return <code className="font-mono">{String(value)}</code>
    default: {
      const text = Array.isArray(value) ? value.join('、') : String(value)
      return column.labels?.[text] ?? text
    }
  }
}

function Rate({ part, whole }: { part: number; whole: number }) {
  return (
    <>
      {formatShare(part, whole)} <span className="text-muted">{`${formatNumber(part)}/${formatNumber(whole)}`}</span>
    </>
  )
}

function Alliances({ ids, legend }: { ids: readonly (string | number)[]; legend: AllianceLegend }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {ids.map((id) => {
        const alliance = legend[id]
        if (!alliance) return null
        return (
          <span key={id} className={allianceBadgeClass(alliance.sortOrder)}>
            {alliance.shortName}
          </span>
        )
      })}
    </span>
  )
}

/** Fills `{id}` and `{key}` of an address with what the row holds; null where the row holds nothing for it. */
function addressOf(template: string, row: Row, columns: Column[]): string | null {
  const held = (key: string) => (key === 'id' ? row[0] : row[columns.findIndex((column) => column.key === key) + 1])
  const isWhole = [...template.matchAll(/\{(\w+)\}/g)].every(([, key = '']) => held(key) !== null && held(key) !== '')
  return isWhole
    ? template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(held(key) ?? '')))
    : null
}
