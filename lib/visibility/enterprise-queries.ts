import type { Hat } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Reader } from './record-queries'
import { line, type AudienceLine, type LineAlliance } from './rules'

/** Whether people under a hat see the record that is asked about. */
export type Sees = (hat: Hat) => Promise<boolean>

export async function seeingOf<Row>(rows: Row[], sees: (row: Row) => Promise<boolean>): Promise<Row[]> {
  const answers = await Promise.all(rows.map(sees))
  return rows.filter((_, index) => answers[index])
}

type AllianceCount = LineAlliance & { id: string; lead: string | null; leads: number; members: number }

/** Lead company and members of each alliance today. */
const allianceCounts = (today: Day): Promise<AllianceCount[]> => db.$queryRaw<AllianceCount[]>`
  SELECT a.id, a.name, a.name_en AS "nameEn", a.short_name AS "shortName", a.sort_order AS "sortOrder", min(e.name) FILTER (WHERE m.kind = 'LEAD') AS lead, count(*) FILTER (WHERE m.kind = 'LEAD')::int AS leads,
    count(*) FILTER (WHERE m.kind = 'MEMBER')::int AS members
  FROM alliances a JOIN memberships m ON m.alliance_id = a.id AND m.joined_on <= ${today}::date
    AND (m.left_on IS NULL OR m.left_on > ${today}::date) JOIN enterprises e ON e.id = m.enterprise_id
  GROUP BY a.id ORDER BY a.sort_order`

/** The hat of an enterprise that is in these alliances. */
const enterpriseHat = (enterpriseId: string, allianceIds: string[], leadAllianceIds: string[]): Hat => ({
  kind: 'ENTERPRISE',
  enterpriseId,
  isAdministrator: false,
  mandateKind: null,
  allianceIds,
  leadAllianceIds,
})

/** An enterprise without a part of its own in anything. */
const nobodys = '00000000-0000-0000-0000-000000000000'

type Asked = { id: string; today: Day; sees: Sees }

/** The lines of all enterprises: the owner, those of alliances, those of jurisdictions, whoever took part, all others. */
export async function enterpriseLines(reader: Reader, { id, today, sees }: Asked): Promise<AudienceLine[]> {
  const [alliances, concerned, anyoneSees] = await Promise.all([
    allianceCounts(today),
    reader.concerned(id),
    sees(enterpriseHat(nobodys, [], [])),
  ])
  const standings = await Promise.all(
    alliances.map(async (alliance) => ({
      ...alliance,
      leadSees: await sees(enterpriseHat(nobodys, [alliance.id], [alliance.id])),
      memberSees: await sees(enterpriseHat(nobodys, [alliance.id], [])),
    })),
  )
  const seeing = standings.filter(({ leadSees, memberSees }) => leadSees || memberSees)
  const apart = await concernedLines(concerned, standings, { id, today, sees })
  const supervised = reader.isBySupervision && !anyoneSees ? await supervisedBy(concerned.ids, { today, sees }) : []
  const others = await countOthers({
    allianceIds: seeing.map((one) => one.id),
    jurisdictionIds: supervised.map(({ jurisdictionId }) => jurisdictionId),
    apartIds: apart.ids,
    today,
  })
  return [
    ...apart.owner,
    ...(await allianceLines(standings, today)),
    ...supervised.map(({ name, all }) => line('SUPERVISED', { names: [name], seeing: all, all })),
    ...apart.involved,
    // They share no alliance that shows it: what they see is what an enterprise without any alliance sees.
    line('OTHERS', { names: [], seeing: anyoneSees ? others : 0, all: others }),
  ].filter(({ all }) => all > 0)
}

/** A line for lead and members of each alliance that sees it; one for all of them where each of them does. */
async function allianceLines(standings: Standing[], today: Day): Promise<AudienceLine[]> {
  if (standings.length > 1 && standings.every(({ leadSees, memberSees }) => leadSees && memberSees)) {
    const all = await db.enterprise.count({ where: { memberships: { some: heldOn(today) } } })
    return [line('ALLIANCES', { names: [], seeing: all, all })]
  }
  return standings
    .filter(({ leadSees, memberSees }) => leadSees || memberSees)
    .flatMap(({ lead, leads, members, leadSees, memberSees, ...alliance }) => [
      line('LEAD', { alliance, names: lead ? [lead] : [], seeing: leadSees ? leads : 0, all: leads }),
      line('MEMBERS', { alliance, names: [], seeing: memberSees ? members : 0, all: members }),
    ])
}

const heldOn = (today: Day) => ({
  joinedOn: { lte: toDate(today) },
  OR: [{ leftOn: null }, { leftOn: { gt: toDate(today) } }],
})

type Supervised = { jurisdictionId: string; name: string; all: number; enterpriseId: string }

/** The jurisdictions whose enterprises see it for the sake of who supervises them; one of each is asked for. */
async function supervisedBy(concernedIds: string[], { today, sees }: Omit<Asked, 'id'>): Promise<Supervised[]> {
  const rows = await db.$queryRaw<Supervised[]>`
    SELECT j.id AS "jurisdictionId", j.short_name AS name, count(*)::int AS all,
      (array_agg(e.id::text ORDER BY e.id))[1] AS "enterpriseId"
    FROM enterprises e JOIN jurisdictions j ON j.id = e.supervising_jurisdiction_id
    WHERE (e.closed_on IS NULL OR e.closed_on > ${today}::date) AND NOT e.id = ANY(${concernedIds}::uuid[])
    GROUP BY j.id ORDER BY j.sort_order`
  return seeingOf(rows, ({ enterpriseId }) => sees(enterpriseHat(enterpriseId, [], [])))
}

type Standing = AllianceCount & { leadSees: boolean; memberSees: boolean }

/** Who has a part of its own in the record: the owner, and whoever sees it though no alliance of theirs shows it. */
async function concernedLines(
  concerned: { ids: string[]; ownerId: string | null },
  standings: Standing[],
  asked: Asked,
) {
  const rows = await db.enterprise.findMany({
    where: { id: { in: concerned.ids } },
    select: {
      id: true,
      name: true,
      memberships: {
        where: heldOn(asked.today),
        select: { allianceId: true, kind: true },
      },
    },
  })
  const shown = new Set(standings.flatMap(({ id, memberSees }) => (memberSees ? [id] : [])))
  const led = new Set(standings.flatMap(({ id, leadSees }) => (leadSees ? [id] : [])))
  const isShown = ({ memberships }: (typeof rows)[number]) =>
    memberships.some(({ allianceId, kind }) => (kind === 'LEAD' ? led : shown).has(allianceId))
  const apart = rows.filter((row) => row.id === concerned.ownerId || !isShown(row))
  const seeing = await seeingOf(apart, ({ id, memberships }) =>
    asked.sees(
      enterpriseHat(
        id,
        memberships.map(({ allianceId }) => allianceId),
        memberships.flatMap(({ allianceId, kind }) => (kind === 'LEAD' ? [allianceId] : [])),
      ),
    ),
  )
  const owner = apart.filter(({ id }) => id === concerned.ownerId)
  const involved = apart.filter(({ id }) => id !== concerned.ownerId && seeing.some((one) => one.id === id))
  return {
    ids: [...owner, ...involved].map(({ id }) => id),
    owner: owner.map(({ id, name }) =>
      line('OWNER', { names: [name], seeing: Number(seeing.some((one) => one.id === id)), all: 1 }),
    ),
    involved: [line('INVOLVED', { names: [], seeing: involved.length, all: involved.length })],
  }
}

type Elsewhere = { allianceIds: string[]; jurisdictionIds: string[]; apartIds: string[]; today: Day }

/** All enterprises that stand in no other line. */
const countOthers = ({ allianceIds, jurisdictionIds, apartIds, today }: Elsewhere): Promise<number> =>
  db.enterprise.count({
    where: {
      AND: [
        { id: { notIn: apartIds }, supervisingJurisdictionId: { notIn: jurisdictionIds } },
        { OR: [{ closedOn: null }, { closedOn: { gt: toDate(today) } }] },
        { memberships: { none: { allianceId: { in: allianceIds }, ...heldOn(today) } } },
      ],
    },
  })
