'use client'

import { useRouter } from 'next/navigation'
import { memo, useState, type MouseEvent } from 'react'
import { DataCell } from './data-cell'
import { type AllianceLegend, type Column, type Row, type Selectable } from './columns'
import { ColumnChoice } from './column-choice'
import { type Sort } from './href'
import { SelectCell, SelectPageCell } from './select-cell'

export type ViewProps = {
  id: string
  label: string
  columns: Column[]
  rows: Row[]
  hidden: string[]
  /** The columns that are hidden until somebody asks for them. */
  usual: string[]
  words: { columns: string; reset: string }
  sort?: Sort
  sortHrefs?: Record<string, string>
  alliances?: AllianceLegend
  selection?: Selectable
}

const noAlliances: AllianceLegend = {}

export function DataTableView({ id, label, columns, rows, hidden, words, selection, ...more }: ViewProps) {
  const { sort, sortHrefs, alliances, usual } = more
  const router = useRouter()
  const [hiddenKeys, setHiddenKeys] = useState(hidden)
  const shown = columns.flatMap((column, index) =>
    column.label && !hiddenKeys.includes(column.key) ? [{ column, index }] : [],
  )

  const hide = (keys: string[]) => {
    setHiddenKeys(keys)
    document.cookie = `columns-${id}=${keys.join('.')}; path=/; max-age=31536000; samesite=lax`
    const address = new URL(window.location.href)
    if (!address.searchParams.has('columns')) return
    address.searchParams.set('columns', keys.join('.') || '-')
    window.history.replaceState(null, '', address)
  }

  return (
    <div className="flex flex-col">
      <ColumnChoice columns={columns} hidden={hiddenKeys} usual={usual} words={words} onChange={hide} />
      <div
        className="ledger-frame ledger-scroll print-whole"
        role="region"
        aria-label={label}
        tabIndex={0}
        onClick={(event) => followInPlace(event, router.push)}
      >
        <table className="ledger ledger-cards">
          <thead>
            <tr>
              {selection && <SelectPageCell selection={selection} />}
              {shown.map(({ column }) => (
                <HeadCell key={column.key} column={column} sort={sort} sortHrefs={sortHrefs} />
              ))}
            </tr>
          </thead>
          <Body
            rows={rows}
            columns={columns}
            shown={shown}
            alliances={alliances ?? noAlliances}
            selection={selection}
          />
        </table>
      </div>
    </div>
  )
}

export const cellClass = ({ kind, align, isTitle, isActions, isLong }: Column): string | undefined =>
  [
    (align === 'right' || kind === 'number' || kind === 'rate') && 'n',
    align === 'center' && 'c',
    isTitle && 't',
    isActions && 'a',
    isLong && 'l',
  ]
    .filter(Boolean)
    .join(' ') || undefined

type HeadProps = { column: Column; sort: Sort | undefined; sortHrefs: Record<string, string> | undefined }

function HeadCell({ column, sort, sortHrefs }: HeadProps) {
  const href = column.sort ? sortHrefs?.[column.sort] : undefined
  const isSorted = sort !== undefined && column.sort === sort.key
  const direction = sort?.isFalling ? 'descending' : 'ascending'
  const mark = sort?.isFalling ? '↓' : '↑'
  return (
    <th scope="col" className={cellClass(column)} aria-sort={isSorted ? direction : undefined}>
      {href ? (
        <a href={href}>
          {column.label}
          <span aria-hidden>{isSorted ? mark : '↕'}</span>
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

type BodyProps = {
  rows: Row[]
  columns: Column[]
  shown: { column: Column; index: number }[]
  alliances: AllianceLegend
  selection: Selectable | undefined
}

const Body = memo(function Body({ rows, columns, shown, alliances, selection }: BodyProps) {
  const titleAt = columns.findIndex(({ isTitle }) => isTitle) + 1
  const classes = shown.map(({ column }) => cellClass(column))
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row[0]}>
          {selection && <SelectCell selection={selection} id={row[0]} title={String(row[titleAt] ?? '')} />}
          {shown.map(({ column, index }, at) => (
            <td key={column.key} className={classes[at]}>
              <DataCell column={column} value={row[index + 1]} row={row} columns={columns} alliances={alliances} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
})

/** One listener for all links of the list: they are plain anchors, and still change the page without loading it anew. */
function followInPlace(event: MouseEvent, push: (href: string) => void): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const anchor = event.target instanceof Element ? event.target.closest('a') : null
  const href = anchor?.getAttribute('href')
  if (!anchor || !href?.startsWith('/') || href.startsWith('/api/') || anchor.target || anchor.download) return
  event.preventDefault()
  push(href)
}
