import type { Activity } from '@/lib/core/prisma/client'
import { DraftSection, type ActivityKind } from '@/lib/core/prisma/enums'
import { hasHost, hasPairs } from './rules'

/** In the order in which a draft is filled in. */
export const draftSections = Object.values(DraftSection)

/** What only one kind has: who receives a visit, who inspects whom, what is discussed, who shares. */
export type OwnPart = 'HOST' | 'PAIRS' | 'QUESTION' | 'SPEAKERS'

/** The parts of a draft: its own sections, and what its kind has of its own. */
export type DraftPart = DraftSection | OwnPart

/** What publishing would refuse; the part in which it is mended. */
export type Lack = { code: 'NO_PLACE' | 'NO_ADDRESS' | 'OVER' | 'NO_HOST' | 'NO_PAIRS'; section: DraftPart }

type Checked = Pick<Activity, 'kind' | 'mode' | 'place' | 'onlineUrl' | 'startsAt' | 'endsAt'> & {
  visitHosts: { agreedStartsAt: Date | null }[]
  inspectionPairs: { id: string }[]
}

export function lacksOf(activity: Checked, at: Date): Lack[] {
  const { mode, place, onlineUrl, endsAt } = activity
  const section = 'BASICS' as const
  return [
    ...(mode !== 'ONLINE' && !place ? [{ code: 'NO_PLACE' as const, section }] : []),
    ...(mode !== 'ON_SITE' && !onlineUrl ? [{ code: 'NO_ADDRESS' as const, section }] : []),
    ...(endsAt <= at ? [{ code: 'OVER' as const, section }] : []),
    ...(hasHost(activity) ? [] : [{ code: 'NO_HOST' as const, section: 'HOST' as const }]),
    ...(hasPairs(activity) ? [] : [{ code: 'NO_PAIRS' as const, section: 'PAIRS' as const }]),
  ]
}

/** Who receives a visit is asked once it is known what it is; who may be paired or share, once it is known who is meant. */
const ownParts: Partial<Record<ActivityKind, { part: OwnPart; after: DraftSection }>> = {
  SITE_VISIT: { part: 'HOST', after: 'BASICS' },
  DISCUSSION: { part: 'QUESTION', after: 'BASICS' },
  MUTUAL_INSPECTION: { part: 'PAIRS', after: 'AUDIENCE' },
  EXPERIENCE_SHARING: { part: 'SPEAKERS', after: 'AUDIENCE' },
}

/** In the order in which they are shown. */
export function partsOf({ kind }: Pick<Activity, 'kind'>): DraftPart[] {
  const own = ownParts[kind]
  return draftSections.flatMap((section) => (own?.after === section ? [section, own.part] : [section]))
}

/** Nobody goes through these: there is a host, or a pair, or publishing would refuse. */
const isSettledByFacts = (section: DraftPart): boolean => section === 'HOST' || section === 'PAIRS'

/** Done is what somebody has gone through or filled in, and nothing is lacking of. */
export const isSectionDone = (section: DraftPart, passed: readonly DraftPart[], lacks: readonly Lack[]): boolean =>
  (isSettledByFacts(section) || passed.includes(section)) && !lacks.some((lack) => lack.section === section)

type Window = Pick<Activity, 'registrationOpensAt' | 'registrationClosesAt'>

/** The registration window moves with the activity; what would then not fit any more is left open. */
export function movedWindow(
  { registrationOpensAt, registrationClosesAt }: Window,
  { startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>,
  shiftMilliseconds: number,
): Window {
  const moved = (instant: Date | null) => instant && new Date(instant.getTime() + shiftMilliseconds)
  const [opensAt, closing] = [moved(registrationOpensAt), moved(registrationClosesAt)]
  const closesAt = closing && closing <= endsAt ? closing : null
  return {
    registrationOpensAt: opensAt && opensAt < (closesAt ?? startsAt) ? opensAt : null,
    registrationClosesAt: closesAt,
  }
}
