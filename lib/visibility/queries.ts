import { imaginedActor } from '@/lib/access/identity'
import type { Actor, Hat } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { readerOf, type Reader } from './record-queries'
import { isRecordKind, type AudienceLine, type LineAlliance, type RecordKind } from './rules'

/** Who sees a record, and what it is called there. */
export type Audience = { kind: RecordKind; label: string; href: string; lines: AudienceLine[] }

/**
 * "Who can see this?", answered by asking the very policy that the pages ask, once for every office and for every standing
 * that an enterprise can have: rights add up, so that whoever is in two alliances sees what either shows. Null where the
 * actor does not see the record.
 */
export async function getAudience(actor: Actor, kind: string, id: string): Promise<Audience | null> {
  if (!isRecordKind(kind) || !isId(id)) return null
  const reader = readerOf(kind)
  const found = await reader.find(actor, id)
  if (!found) return null
  const sees = (hat: Hat) => reader.sees(imaginedActor(hat, actor.today), id)
  const [offices, enterprises] = await Promise.all([
    officeLines(actor.today, sees),
    enterpriseLines(reader, { id, today: actor.today, sees }),
  ])
  return { kind, ...found, lines: [...offices, ...enterprises, await publicLine(sees)] }
}

type Sees = (hat: Hat) => Promise<boolean>

const line = (who: AudienceLine['who'], more: Omit<AudienceLine, 'who' | 'alliance'>): AudienceLine => ({
  who,
  alliance: null,
  ...more,
})

async function officeLines(today: Day, sees: Sees): Promise<AudienceLine[]> {
  const isAdministrator = false
  const [jurisdictions, insurers, municipal] = await Promise.all([
    db.jurisdiction.findMany({ select: { id: true, shortName: true }, orderBy: { sortOrder: 'asc' } }),
    insurerHats(today),
    sees({ kind: 'MUNICIPAL', isAdministrator }),
  ])
  const overseers = await seeingOf(jurisdictions, ({ id }) =>
    sees({ kind: 'JURISDICTION', jurisdictionId: id, isAdministrator }),
  )
  const serving = await seeingOf(insurers, ({ insurerId, allianceIds }) =>
    sees({ kind: 'INSURER', insurerId, isAdministrator, allianceIds }),
  )
  return [
    line('MUNICIPAL', { names: [], seeing: Number(municipal), all: 1 }),
    line('JURISDICTIONS', {
      names: overseers.map(({ shortName }) => shortName),
      seeing: overseers.length,
      all: jurisdictions.length,
    }),
    line('INSURERS', {
      names: serving.map(({ insurer, person }) => `${insurer} ${person}`),
      seeing: serving.length,
      all: insurers.length,
    }),
  ]
}

async function seeingOf<Row>(rows: Row[], sees: (row: Row) => Promise<boolean>): Promise<Row[]> {
  const answers = await Promise.all(rows.map(sees))
  return rows.filter((_, index) => answers[index])
}

type InsurerHat = { insurerId: string; insurer: string; person: string; allianceIds: string[] }

/** Everybody who acts for an insurer today, with the alliances that they serve. */
const insurerHats = (today: Day): Promise<InsurerHat[]> => db.$queryRaw<InsurerHat[]>`
  SELECT i.id AS "insurerId", i.short_name AS insurer, u.name AS person,
    ARRAY(SELECT DISTINCT p.alliance_id::text FROM insurer_appointments p
      WHERE p.insurer_id = i.id AND (p.coordinator_id = u.id OR p.deputy_id = u.id OR EXISTS (SELECT 1 FROM covers c
          WHERE c.appointment_id = p.id AND c.deputy_id = u.id AND c.starts_on <= ${today}::date AND c.ends_on > ${today}::date))
        AND p.starts_on <= ${today}::date AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)) AS "allianceIds"
  FROM appointments a JOIN insurers i ON i.id = a.insurer_id JOIN users u ON u.id = a.user_id
  WHERE a.role = 'INSURER' AND u.disabled_at IS NULL
    AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)
  GROUP BY i.id, u.id
  ORDER BY i.short_name, u.name, u.id`

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

async function enterpriseLines(reader: Reader, { id, today, sees }: Asked): Promise<AudienceLine[]> {
  const [alliances, concerned] = await Promise.all([allianceCounts(today), reader.concerned(id)])
  const standings = await Promise.all(
    alliances.map(async (alliance) => ({
      ...alliance,
      leadSees: await sees(enterpriseHat(nobodys, [alliance.id], [alliance.id])),
      memberSees: await sees(enterpriseHat(nobodys, [alliance.id], [])),
    })),
  )
  const seeing = standings.filter(({ leadSees, memberSees }) => leadSees || memberSees)
  const ofAlliances = seeing.flatMap(({ lead, leads, members, leadSees, memberSees, ...alliance }) => [
    { who: 'LEAD' as const, alliance, names: lead ? [lead] : [], seeing: leadSees ? leads : 0, all: leads },
    { who: 'MEMBERS' as const, alliance, names: [], seeing: memberSees ? members : 0, all: members },
  ])
  const apart = await concernedLines(concerned, standings, { id, today, sees })
  return [...apart.owner, ...ofAlliances, ...apart.involved, await otherLine(seeing, apart.ids, today)].filter(
    ({ all }) => all > 0,
  )
}

type Standing = AllianceCount & { leadSees: boolean; memberSees: boolean }

/** Who has a part of its own in the record: the owner, and whoever sees it though no alliance of theirs shows it. */
async function concernedLines(
  concerned: { ids: string[]; ownerId: string | null },
  standings: Standing[],
  asked: Asked,
) {
  const day = toDate(asked.today)
  const rows = await db.enterprise.findMany({
    where: { id: { in: concerned.ids } },
    select: {
      id: true,
      name: true,
      memberships: {
        where: { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
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

/** All enterprises that stand in no other line. */
async function otherLine(seeing: Standing[], apartIds: string[], today: Day): Promise<AudienceLine> {
  const day = toDate(today)
  const all = await db.enterprise.count({
    where: {
      AND: [
        { id: { notIn: apartIds } },
        { OR: [{ closedOn: null }, { closedOn: { gt: day } }] },
        {
          memberships: {
            none: {
              allianceId: { in: seeing.map(({ id }) => id) },
              joinedOn: { lte: day },
              OR: [{ leftOn: null }, { leftOn: { gt: day } }],
            },
          },
        },
      ],
    },
  })
  return line('OTHERS', { names: [], seeing: 0, all })
}

const publicLine = async (sees: Sees): Promise<AudienceLine> =>
  line('PUBLIC', { names: [], seeing: Number(await sees({ kind: 'NONE' })), all: 1 })
