import type { Activity } from '@/lib/core/prisma/client'
import { DraftSection } from '@/lib/core/prisma/enums'
import { hasHost } from './rules'

/** In the order in which a draft is filled in. */
export const draftSections = Object.values(DraftSection)

/** The parts of a draft: its own sections, and for a site visit the member that receives it. */
export type DraftPart = DraftSection | 'HOST'

/** What publishing would refuse; the part in which it is mended. */
export type Lack = { code: 'NO_PLACE' | 'NO_ADDRESS' | 'OVER' | 'NO_HOST'; section: DraftPart }

type Checked = Pick<Activity, 'kind' | 'mode' | 'place' | 'onlineUrl' | 'startsAt' | 'endsAt'> & {
  visitHosts: { agreedStartsAt: Date | null }[]
}

export function lacksOf(activity: Checked, at: Date): Lack[] {
  const { mode, place, onlineUrl, endsAt } = activity
  const section = 'BASICS' as const
  return [
    ...(mode !== 'ONLINE' && !place ? [{ code: 'NO_PLACE' as const, section }] : []),
    ...(mode !== 'ON_SITE' && !onlineUrl ? [{ code: 'NO_ADDRESS' as const, section }] : []),
    ...(endsAt <= at ? [{ code: 'OVER' as const, section }] : []),
    ...(hasHost(activity) ? [] : [{ code: 'NO_HOST' as const, section: 'HOST' as const }]),
  ]
}

/** In the order in which they are shown: who receives a visit is asked once it is known what it is. */
export const partsOf = ({ kind }: Pick<Activity, 'kind'>): DraftPart[] =>
  draftSections.flatMap((section) => (section === 'BASICS' && kind === 'SITE_VISIT' ? [section, 'HOST'] : [section]))

/** Done is what somebody has gone through and nothing is lacking of. */
export const isSectionDone = (section: DraftPart, passed: readonly DraftSection[], lacks: readonly Lack[]): boolean =>
  (section === 'HOST' || passed.includes(section)) && !lacks.some((lack) => lack.section === section)

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
