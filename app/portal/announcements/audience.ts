import { getLocale } from 'next-intl/server'
import type { AudienceChoices, AnnouncementValues } from '@/components/announcements/announcement-forms'
import type { Actor } from '@/lib/access/actor'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { listJurisdictionChoices } from '@/lib/announcements/list-queries'
import { canAnnounceTo } from '@/lib/announcements/policy'
import type { AnnouncementDetail } from '@/lib/announcements/queries'
import { announcementAudiences } from '@/lib/announcements/rules'
import { nameIn } from '@/lib/text/locale'

const nobody = { jurisdictionIds: [], allianceIds: [] }

/** Whom the actor may address, out of the policy itself. */
export async function audienceChoices(actor: Actor): Promise<AudienceChoices> {
  const [locale, bodies, alliances] = await Promise.all([
    getLocale(),
    listJurisdictionChoices(),
    listActivityAlliances(),
  ])
  const ownBodies = bodies.filter(({ id }) =>
    canAnnounceTo(actor, { ...nobody, audience: 'JURISDICTIONS', jurisdictionIds: [id] }),
  )
  const ownAlliances = alliances.filter(({ id }) =>
    canAnnounceTo(actor, { ...nobody, audience: 'ALLIANCES', allianceIds: [id] }),
  )
  const count = { JURISDICTIONS: ownBodies.length, ALLIANCES: ownAlliances.length, PUBLIC: 1, EVERYONE: 1 }
  return {
    audiences: announcementAudiences.filter(
      (audience) => count[audience] > 0 && canAnnounceTo(actor, { ...nobody, audience }),
    ),
    jurisdictions: ownBodies.map(({ id, ...names }) => ({ value: id, label: nameIn(locale, names) })),
    alliances: ownAlliances.map(({ id, ...names }) => ({ value: id, label: nameIn(locale, names) })),
  }
}

/** Who has one body or alliance only is not asked which. */
const only = (choices: { value: string }[]): string[] => (choices.length === 1 ? choices.map(({ value }) => value) : [])

export const newValues = ({ audiences, jurisdictions, alliances }: AudienceChoices): AnnouncementValues => ({
  title: '',
  body: '',
  audience: audiences.includes('EVERYONE') ? 'EVERYONE' : (audiences[0] ?? 'ALLIANCES'),
  jurisdictionIds: only(jurisdictions),
  allianceIds: only(alliances),
  pinnedUntil: null,
})

export const valuesOf = ({ addressees, ...announcement }: AnnouncementDetail): AnnouncementValues => ({
  title: announcement.title,
  body: announcement.body,
  audience: announcement.audience,
  jurisdictionIds: addressees.flatMap(({ jurisdictionId }) => jurisdictionId ?? []),
  allianceIds: addressees.flatMap(({ allianceId }) => allianceId ?? []),
  pinnedUntil: announcement.pinnedUntil,
})
