import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import { Prisma } from '@/lib/core/prisma/client'
import { canJudgeDuplicates } from './policy'
import { sharedByMax, type Sign } from './rules'

/** A text without what writing it down varies: width, case, spaces, brackets, punctuation. */
const bare = (text: Prisma.Sql) =>
  Prisma.sql`regexp_replace(lower(normalize(${text}, NFKC)), '[[:space:][:punct:]·—、。，]', '', 'g')`

/** A name also without what a legal form and a city are called in full or short. */
const bareName = (text: Prisma.Sql) =>
  Prisma.sql`replace(replace(${bare(text)}, '有限责任公司', '有限公司'), '上海市', '上海')`

/**
 * What entries that are open today have in common, as pairs with their signs. Each sign is a key that is compared for
 * being equal, so that it costs a hash of the registry and not its square. Not a sign: a site of the same legal person
 * under another name of the site, and a contact within one legal person (a principal of twelve filling stations). A number
 * alone is not one either: it may be a switchboard.
 */
const suspected = (actor: Actor) => Prisma.sql`
  WITH entries AS (
    SELECT e.id, e.credit_code, e.supervising_jurisdiction_id AS jurisdiction, ${bareName(Prisma.sql`e.name`)} AS name,
      ${bare(Prisma.sql`coalesce(e.establishment, '')`)} AS site, ${bareName(Prisma.sql`e.address`)} AS address,
      e.principal_name, e.principal_phone, e.safety_lead_name, e.safety_lead_phone
    FROM enterprises e
    WHERE ${canJudgeDuplicates(actor)} AND (e.closed_on IS NULL OR e.closed_on > ${actor.today}::date)
  ), signs AS (
    SELECT id, 'NAME' AS sign, name AS key FROM entries
    UNION SELECT l.enterprise_id, 'LICENCE', ${bare(Prisma.sql`l.number`)}
      FROM licences l JOIN entries ON entries.id = l.enterprise_id
    UNION SELECT id, 'CONTACT', ${bare(Prisma.sql`person`)} || right(regexp_replace(phone, '[^0-9]', '', 'g'), 11)
      FROM entries, LATERAL (VALUES (principal_name, principal_phone), (safety_lead_name, safety_lead_phone))
        AS contact(person, phone) WHERE person <> '' AND length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 7
    UNION SELECT id, 'ADDRESS', jurisdiction::text || address FROM entries WHERE length(address) >= 8
  ), rare AS (
    SELECT * FROM (SELECT signs.*, count(*) OVER (PARTITION BY sign, key) AS holders FROM signs) counted
    WHERE holders BETWEEN 2 AND ${sharedByMax}::int AND key <> ''
  ), pairs AS (
    SELECT a.id AS first_id, b.id AS second_id, array_agg(DISTINCT a.sign) AS signs
    FROM rare a JOIN rare b ON b.sign = a.sign AND b.key = a.key AND b.id > a.id
    JOIN entries one ON one.id = a.id JOIN entries other ON other.id = b.id
    WHERE (a.sign <> 'CONTACT' OR one.credit_code <> other.credit_code)
      AND (a.sign = 'LICENCE' OR one.site = '' OR other.site = '' OR one.site = other.site)
    GROUP BY a.id, b.id
  ), suspects AS (
    SELECT pairs.*, (9 - cardinality(pairs.signs))::text || first_id::text || second_id::text AS place
    FROM pairs
    WHERE NOT EXISTS (
      SELECT FROM distinct_pairs d WHERE d.first_id = pairs.first_id AND d.second_id = pairs.second_id)
  )`

export type PairSide = {
  id: string
  name: string
  establishment: string | null
  creditCode: string
  jurisdiction: { shortName: string; nameEn: string }
}

export const sideSelect = {
  id: true,
  name: true,
  establishment: true,
  creditCode: true,
  supervisingJurisdiction: { select: { shortName: true, nameEn: true } },
} satisfies Prisma.EnterpriseSelect

type SideRecord = Prisma.EnterpriseGetPayload<{ select: typeof sideSelect }>

export const asSide = ({ supervisingJurisdiction, ...side }: SideRecord): PairSide => ({
  ...side,
  jurisdiction: supervisingJurisdiction,
})

export type SuspectedPair = { id: string; place: string; first: PairSide; second: PairSide; signs: Sign[] }

type PairRow = { first: string; second: string; signs: Sign[]; place: string }

/** A page of pairs that look like one establishment, those with most in common on top. */
export async function listSuspected(actor: Actor, cursorText?: string): Promise<Page<SuspectedPair>> {
  const cursor = decodeCursor(cursorText)
  const isBack = cursor?.direction === 'before'
  const at = String(cursor?.value ?? '')
  const beyond = isBack ? Prisma.sql`place < ${at} COLLATE "C"` : Prisma.sql`place > ${at} COLLATE "C"`
  const order = isBack ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const rows = await db.$queryRaw<PairRow[]>`${suspected(actor)}
    SELECT first_id AS "first", second_id AS "second", signs, place FROM suspects
    WHERE ${beyond} ORDER BY place COLLATE "C" ${order} LIMIT ${pageSize + 1}`
  const records = await db.enterprise.findMany({
    where: { id: { in: rows.flatMap(({ first, second }) => [first, second]) } },
    select: sideSelect,
  })
  const sides = new Map(records.map((record) => [record.id, asSide(record)]))
  const pairs = rows.flatMap(({ first: firstId, second: secondId, signs, place }) => {
    const [first, second] = [sides.get(firstId), sides.get(secondId)]
    return first && second ? [{ id: secondId, place, first, second, signs }] : []
  })
  return cutPage(pairs, cursor, ({ place }) => place)
}

export async function countSuspected(actor: Actor): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`${suspected(actor)}
    SELECT count(*)::int AS count FROM suspects`
  return row?.count ?? 0
}

/** What two entries have in common today; nothing where the pair is not suggested. */
export async function signsOf(actor: Actor, firstId: string, secondId: string): Promise<Sign[]> {
  const [row] = await db.$queryRaw<{ signs: Sign[] }[]>`${suspected(actor)}
    SELECT signs FROM pairs WHERE first_id = ${firstId}::uuid AND second_id = ${secondId}::uuid`
  return row?.signs ?? []
}
