import type { Actor } from '@/lib/access/actor'
import type { Page } from '@/lib/core/paging'
import { listVisibleIds } from '@/lib/enterprises/list-queries'
import {
  listAllParticipation,
  listParticipation,
  listParticipationByAlliance,
  listParticipationByJurisdiction,
  listParticipationMatrix,
  type EnterpriseLine,
  type GroupLine,
  type MatrixCell,
} from './queries'
import { orderOf, type ReportFilter, type ReportQuery, type View } from './schema'

export type ReportBody =
  | {
      view: 'enterprise'
      page: Page<EnterpriseLine> & { total: number }
      order: ReturnType<typeof orderOf>
      /** Of the page's enterprises, those that the viewer may open. */
      open: ReadonlySet<string>
    }
  | { view: 'alliance' | 'jurisdiction'; lines: GroupLine[] }
  | { view: 'matrix'; cells: MatrixCell[] }

/** What the chosen view of the report shows: one aggregate. */
export async function getReportView(
  actor: Actor,
  view: View,
  filter: ReportFilter,
  asked: ReportQuery,
): Promise<ReportBody> {
  const openOf = (rows: EnterpriseLine[]) =>
    listVisibleIds(
      actor,
      rows.map(({ id }) => id),
    )
  switch (view) {
    case 'enterprise': {
      const order = orderOf(asked)
      if (asked.rows === 'all') {
        const rows = await listAllParticipation(actor, filter, order)
        return { view, order, page: { rows, previous: null, next: null, total: rows.length }, open: await openOf(rows) }
      }
      const page = await listParticipation(actor, filter, order, asked.cursor)
      return { view, order, page, open: await openOf(page.rows) }
    }
    case 'alliance':
      return { view, lines: await listParticipationByAlliance(actor, filter) }
    case 'jurisdiction':
      return { view, lines: await listParticipationByJurisdiction(actor, filter) }
    case 'matrix':
      return { view, cells: await listParticipationMatrix(actor, filter) }
  }
}
