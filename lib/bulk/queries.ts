import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { BulkOutcome } from '@/lib/core/prisma/enums'
import { registryWhere } from '@/lib/enterprises/list-queries'
import { listRegistryPlaces, type RegistryPlaces } from '@/lib/enterprises/place-queries'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { judged } from './judge-queries'
import type { Change, Selection } from './schema'

/** Always within what the actor sees: an id that was smuggled in names nothing. */
const chosenWhere = (actor: Actor, selection: Selection, places: RegistryPlaces): Prisma.EnterpriseWhereInput =>
  selection.scope === 'filter'
    ? registryWhere(actor, selection.filter, places)
    : { AND: [visibleDossiers(actor), { id: { in: selection.ids } }] }

const byName = [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.EnterpriseOrderByWithRelationInput[]

export type Chosen = { id: string; supervisingJurisdictionId: string }

/** All that a selection names, in the order of the list. */
export async function listChosen(client: Tx | typeof db, actor: Actor, selection: Selection): Promise<Chosen[]> {
  const places = await listRegistryPlaces(actor)
  return client.enterprise.findMany({
    where: chosenWhere(actor, selection, places),
    select: { id: true, supervisingJurisdictionId: true },
    orderBy: byName,
  })
}

const namedMax = 10

/** How many a selection names, and the first of them by name. */
export async function getSelection(
  actor: Actor,
  selection: Selection,
): Promise<{ count: number; first: { id: string; name: string }[] }> {
  const where = chosenWhere(actor, selection, await listRegistryPlaces(actor))
  const [count, first] = await Promise.all([
    db.enterprise.count({ where }),
    db.enterprise.findMany({ where, select: { id: true, name: true }, orderBy: byName, take: namedMax }),
  ])
  return { count, first }
}

export type Forecast = Record<BulkOutcome, number>

/** What would come of it now: the same judgement as the worker's, and nothing is written. */
export async function forecastChange(actor: Actor, selection: Selection, change: Change): Promise<Forecast> {
  const chosen = await listChosen(db, actor, selection)
  const none: Forecast = { DONE: 0, REFUSED: 0, UNCHANGED: 0 }
  if (change.act === 'export') return { ...none, DONE: chosen.length }
  const ids = chosen.map(({ id }) => id)
  const rows = await db.$queryRaw<{ outcome: BulkOutcome; count: number }[]>`
    SELECT j.outcome, count(*)::int AS count FROM (${judged(change, ids)}) j GROUP BY j.outcome`
  return { ...none, ...Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count])) }
}

export type ResultLine = {
  row: number
  name: string
  creditCode: string
  jurisdiction: string
  outcome: BulkOutcome
  problem: string | null
  params: Record<string, string | number>
}

/** The lines of a result file; its asker's alone, which the task answers for. */
export const listResultLines = (taskId: string): Promise<ResultLine[]> => db.$queryRaw<ResultLine[]>`
  SELECT r.row, e.name, e.credit_code AS "creditCode", j.short_name AS jurisdiction, r.outcome, r.problem, r.params
  FROM bulk_rows r JOIN enterprises e ON e.id = r.enterprise_id
    JOIN jurisdictions j ON j.id = e.supervising_jurisdiction_id
  WHERE r.task_id = ${taskId}::uuid ORDER BY r.row`

/** The alliance that a change is about, for its name. */
export const findAlliance = (client: Tx | typeof db, id: string) =>
  client.alliance.findUnique({ where: { id }, select: { id: true, slug: true, name: true } })

/** The nine, for a choice. */
export const listAllianceChoices = async (actor: Actor) => (await listRegistryPlaces(actor)).alliances

/** What a change is about beyond the enterprises: the alliance, where it names one. */
export async function bulkSubject(
  tx: Tx,
  _actor: Actor,
  { change }: { change: Change },
): Promise<{ alliance: { id: string; slug: string; name: string } | null } | null> {
  if (!('allianceId' in change)) return { alliance: null }
  const alliance = await findAlliance(tx, change.allianceId)
  return alliance && { alliance }
}
