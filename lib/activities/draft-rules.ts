import type { Activity } from '@/lib/core/prisma/client'
import { DraftSection } from '@/lib/core/prisma/enums'

/** In the order in which a draft is filled in. */
export const draftSections = Object.values(DraftSection)

/** What publishing would refuse; the section in which it is mended. */
export type Lack = { code: 'NO_PLACE' | 'NO_ADDRESS' | 'OVER'; section: DraftSection }

type Checked = Pick<Activity, 'mode' | 'place' | 'onlineUrl' | 'endsAt'>

export function lacksOf({ mode, place, onlineUrl, endsAt }: Checked, at: Date): Lack[] {
  const section = 'BASICS' as const
  return [
    ...(mode !== 'ONLINE' && !place ? [{ code: 'NO_PLACE' as const, section }] : []),
    ...(mode !== 'ON_SITE' && !onlineUrl ? [{ code: 'NO_ADDRESS' as const, section }] : []),
    ...(endsAt <= at ? [{ code: 'OVER' as const, section }] : []),
  ]
}

/** Done is what somebody has gone through and nothing is lacking of. */
export const isSectionDone = (
  section: DraftSection,
  passed: readonly DraftSection[],
  lacks: readonly Lack[],
): boolean => passed.includes(section) && !lacks.some((lack) => lack.section === section)

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
