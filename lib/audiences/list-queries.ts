import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Activity, Prisma } from '@/lib/core/prisma/client'
import { searchedEnterprises } from '@/lib/enterprises/search-queries'
import { audienceOf } from '@/lib/places/audience-policy'

/** A firm of the audience and who of it is invited; `people` null: how many only. */
export type AudienceFirm = { id: string; name: string; jurisdiction: string; count: number; people: string[] | null }

type Wish = { q?: string | undefined; cursor?: string | undefined; mayName: boolean }

const firmSelect = {
  id: true,
  name: true,
  supervisingJurisdiction: { select: { shortName: true } },
} satisfies Prisma.EnterpriseSelect

/** The firms of the kept rule by name, one page, as a search names them, with the true total. */
export async function listAudience(
  actor: Actor,
  activity: Pick<Activity, 'id'>,
  { q, cursor: cursorText, mayName }: Wish,
): Promise<Page<AudienceFirm> & { total: number }> {
  const met = await db.$queryRaw<{ id: string }[]>`
    WITH ${audienceOf(activity.id, actor.today)} SELECT enterprise_id AS id FROM firm`
  const searched = (q && searchedEnterprises(actor, q)) || {}
  const where: Prisma.EnterpriseWhereInput = { AND: [{ id: { in: met.map(({ id }) => id) } }, searched] }
  const cursor = decodeCursor(cursorText)
  const isBackwards = cursor?.direction === 'before'
  const order = isBackwards ? 'desc' : 'asc'
  const [read, total] = await Promise.all([
    db.enterprise.findMany({
      where: { AND: [where, cursor ? beyond(String(cursor.value), cursor.id, isBackwards) : {}] },
      select: firmSelect,
      orderBy: [{ name: order }, { id: order }],
      take: pageSize + 1,
    }),
    db.enterprise.count({ where }),
  ])
  const page = cutPage(read, cursor, ({ name }) => name)
  const people = await peopleOf(
    actor,
    activity.id,
    page.rows.map(({ id }) => id),
  )
  const rows = page.rows.map(({ id, name, supervisingJurisdiction }) => {
    const own = people.filter((one) => one.enterpriseId === id).map((one) => one.name)
    const jurisdiction = supervisingJurisdiction.shortName
    return { id, name, jurisdiction, count: own.length, people: mayName ? own : null }
  })
  return { ...page, rows, total }
}

const beyond = (name: string, id: string, isBackwards: boolean): Prisma.EnterpriseWhereInput =>
  isBackwards
    ? { OR: [{ name: { lt: name } }, { name, id: { lt: id } }] }
    : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }

const peopleOf = (
  actor: Actor,
  activityId: string,
  enterpriseIds: string[],
): Promise<{ enterpriseId: string; name: string }[]> => db.$queryRaw`
  WITH ${audienceOf(activityId, actor.today)}
  SELECT met.enterprise_id AS "enterpriseId", u.name FROM met JOIN users u ON u.id = met.user_id
  WHERE met.enterprise_id = ANY(${enterpriseIds}::uuid[]) ORDER BY u.name_pinyin, u.id`
