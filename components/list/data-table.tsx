import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { type AllianceLegend, type Column, type Row, type Selectable } from './columns'
import { DataTableView } from './data-table-view'
import { queryValue, sortHref, type Query, type Sort } from './href'

type Props = {
  /** Names the list: under it the choice of columns is remembered. */
  id: string
  label: string
  columns: Column[]
  rows: Row[]
  /** The address of the list and its query, which may name the columns; for lists that can be sorted, the order that holds. */
  path?: string
  query?: Query
  sort?: Sort
  alliances?: AllianceLegend
  /** Rows can be ticked: the form that their boxes belong to, and what the boxes are called. */
  selection?: Selectable
}

/** A list: sticky header, sorting by links, choice of columns, cards on a phone. */
export async function DataTable({ id, label, columns, rows, path = '', query = {}, sort, ...more }: Props) {
  const [t, jar] = await Promise.all([getTranslations('common.table'), cookies()])
  // What an address asks for (a saved view) goes before what this browser remembers.
  const asked = queryValue(query, 'columns') ?? jar.get(`columns-${id}`)?.value
  const usual = columns.filter((column) => column.isExtra).map((column) => column.key)
  const hidden = asked?.split('.') ?? usual
  const sortHrefs =
    sort &&
    Object.fromEntries(columns.flatMap(({ sort: key }) => (key ? [[key, sortHref(path, query, sort, key)]] : [])))

  return (
    <DataTableView
      id={id}
      label={label}
      columns={columns}
      rows={rows}
      key={hidden.join('.')}
      hidden={hidden}
      usual={usual}
      words={{ columns: t('columns'), reset: t('resetColumns') }}
      {...(sort && sortHrefs && { sort, sortHrefs })}
      {...(more.alliances && { alliances: more.alliances })}
      {...(more.selection && { selection: more.selection })}
    />
  )
}
