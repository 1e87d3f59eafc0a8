import { anonymousActor, imaginedActor } from '@/lib/access/identity'
import type { Actor, Hat } from '@/lib/access/actor'
import type { Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { enterpriseLines, seeingOf, type Sees } from './enterprise-queries'
import { readerOf } from './record-queries'
import { isRecordKind, line, type AudienceLine, type RecordKind } from './rules'

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
  const [offices, enterprises, isPublic] = await Promise.all([
    officeLines(actor.today, sees),
    enterpriseLines(reader, { id, today: actor.today, sees }),
    // Not the imagined: somebody without a hat has signed in all the same.
    reader.sees(anonymousActor(actor.today), id),
  ])
  return {
    kind,
    ...found,
    lines: [...offices, ...enterprises, line('PUBLIC', { names: [], seeing: Number(isPublic), all: 1 })],
  }
}

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
