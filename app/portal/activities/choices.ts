import type { ActivityDetail } from '@/lib/activities/queries'
import type { Actor } from '@/lib/access/actor'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { canInviteAlliance, canScheduleActivity } from '@/lib/activities/policy'
import { toLocal } from '@/lib/core/clock'
import { formatTime } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'

/** The alliances that the actor may hold something for, and those whose members it may invite, by name. */
export async function allianceChoices(actor: Actor, locale: Locale) {
  const alliances = await listActivityAlliances()
  const choice = ({ id, slug, name, nameEn }: (typeof alliances)[number]) => ({
    value: id,
    slug,
    label: locale === 'en' ? nameEn : name,
  })
  return {
    hosts: alliances.filter((alliance) => canScheduleActivity(actor, alliance)).map(choice),
    invited: alliances.filter(({ id }) => canInviteAlliance(actor, id)).map(choice),
  }
}

/** When and where, as a form holds it. */
export const timeValues = (activity: ActivityDetail) => ({
  startsAt: toLocal(activity.startsAt),
  endsAt: toLocal(activity.endsAt),
  registrationClosesAt: activity.registrationClosesAt && toLocal(activity.registrationClosesAt),
  mode: activity.mode,
  place: activity.place,
  onlineUrl: activity.onlineUrl,
})

export const activityValues = (activity: ActivityDetail) => ({
  ...timeValues(activity),
  kind: activity.kind,
  title: activity.title,
  description: activity.description,
  capacity: activity.capacity,
  registrationOpensAt: activity.registrationOpensAt && toLocal(activity.registrationOpensAt),
  agenda: activity.agenda.map(({ startsAt, title, speaker }) => ({
    time: startsAt ? formatTime(startsAt) : '',
    title,
    speaker,
  })),
})
