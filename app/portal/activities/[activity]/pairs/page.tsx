import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PairForm } from '@/components/inspections/pair-forms'
import { PairList } from '@/components/inspections/pair-list'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canWriteDraft } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'
import { canPairMembers } from '@/lib/inspections/policy'
import { listPairable, listPairs } from '@/lib/inspections/queries'
import { takesPairs } from '@/lib/inspections/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('inspections.pairs')

/** Set by the bureau or the coordinator; the lead company, which runs the activity too, reads along. */
export default async function PairsPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/pairs`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (activity.kind !== 'MUTUAL_INSPECTION' || !canWriteDraft(actor, activity)) notFound()
  const mayPair = takesPairs(activity) && canPairMembers(actor, activity)
  const [t, setup, pairs, members] = await Promise.all([
    getTranslations('inspections'),
    getTranslations('setup'),
    listPairs(actor, id),
    mayPair ? listPairable(actor, activity) : [],
  ])

  return (
    <>
      <PageHeader
        title={t('pairs')}
        note={t(canPairMembers(actor, activity) ? 'plan.note' : 'plan.byOthers')}
        crumbs={[
          { href: path, label: activity.title },
          ...(activity.state === 'DRAFT' ? [{ href: `${path}/setup`, label: setup('title') }] : []),
        ]}
      />
      <Words of={['inspections']}>
        <PairList pairs={pairs} mayRemove={mayPair} />
        {mayPair && (
          <Section title={t('plan.title')}>
            <PairForm
              key={pairs.length}
              activityId={id}
              members={members.map((member) => ({ value: member.id, label: member.name }))}
            />
          </Section>
        )}
      </Words>
    </>
  )
}
