import { getLocale, getTranslations } from 'next-intl/server'
import { AudienceForm } from '@/components/audiences/audience-form'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { countAudience, listJurisdictions, type Audience } from '@/lib/audiences/queries'
import { BusinessKind, MandateKind } from '@/lib/core/prisma/enums'
import { allianceChoices } from '../../choices'

type Props = { actor: Actor; activity: ActivityDetail; audience: Audience; next?: string }

/** The rule as a form, with how many it meets. */
export async function Choosing({ actor, activity, audience, next }: Props) {
  const [t, locale] = await Promise.all([getTranslations('enterprises'), getLocale()])
  const [{ invited }, jurisdictions, count] = await Promise.all([
    allianceChoices(actor, locale),
    listJurisdictions(),
    countAudience(actor, activity),
  ])
  const alsoFor = invited.filter(({ value }) => value !== activity.hostAllianceId)
  const others = audience.allianceIds.filter((id) => id !== activity.hostAllianceId)
  const isOwn = (id: string) => alsoFor.some(({ value }) => value === id)
  return (
    <Words of={['audiences']}>
      <AudienceForm
        key={activity.version}
        id={activity.id}
        version={activity.version}
        isPublished={activity.state === 'PUBLISHED'}
        alsoFor={alsoFor}
        kept={others.filter((id) => !isOwn(id))}
        jurisdictions={jurisdictions.map((one) => ({
          value: one.id,
          label: locale === 'en' ? one.nameEn : one.shortName,
        }))}
        businessKinds={Object.values(BusinessKind).map((value) => ({ value, label: t(`businessKind.${value}`) }))}
        mandateKinds={Object.values(MandateKind).map((value) => ({ value, label: t(`mandateKind.${value}`) }))}
        defaults={{
          allianceIds: others.filter(isOwn),
          jurisdictionIds: audience.jurisdictionIds,
          businessKinds: audience.businessKinds,
          mandateKinds: audience.mandateKinds,
          isUntrainedOnly: audience.isUntrainedOnly,
        }}
        count={count}
        next={next ?? null}
      />
    </Words>
  )
}
