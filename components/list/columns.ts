import { type ReactNode } from 'react'
import { type Tone } from '@/components/ui/badge'

/**
 * A list as plain data: the server sends columns once and rows as arrays, one client component draws them. That costs a
 * third less processor time than drawing the table on the server.
 */
export type CellKind =
  /** Words as they are. */
  | 'text'
  /** Words that lead to the row's page. */
  | 'link'
  /** A code with a label and a tone of its own. */
  | 'badge'
  /** Alliances by id. */
  | 'alliances'
  | 'number'
  /** [part, whole] */
  | 'rate'
  /** YYYY-MM-DD, or a stamp */
  | 'day'
  /** Credit codes and the like. */
  | 'mono'
  /** Drawn by the page: buttons. Dear; for short lists only. */
  | 'node'

export type Column = {
  key: string
  /** Without one, the column is there for the addresses of others: never drawn, never offered. */
  label: string
  kind?: CellKind
  /** Address of the cell: `{id}` is the row's id, `{key}` the cell of that column; no link where that cell is empty. */
  href?: string
  /** Key of `?sort=`, where the list can be sorted by it. */
  sort?: string
  /** Code → words, and code → tone, of a badge or text. */
  labels?: Record<string, string>
  tones?: Record<string, Tone>
  align?: 'left' | 'right' | 'center'
  /** Not shown until somebody asks for it. */
  isExtra?: boolean
  /** Never hidden, and first on the card of a phone. */
  isTitle?: boolean
  /** In the last, fixed column (操作). */
  isActions?: boolean
  /** Says nothing without its column's name, on a card. */
  isNamed?: boolean
  /** May break into several lines. */
  isLong?: boolean
}

export type Cell = string | number | boolean | null | readonly (string | number)[] | ReactNode

/** Id of the row, then one cell for each column in order. */
export type Row = readonly [id: string, ...cells: Cell[]]

/** `form` is the id of a form elsewhere on the page; `{name}` in `label` is the row's title. */
export type Selectable = { form: string; label: string; pageLabel: string }

export type AllianceLegend = Record<string, { sortOrder: number; shortName: string }>
