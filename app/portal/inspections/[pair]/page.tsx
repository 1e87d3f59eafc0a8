import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RecordFindingForm } from '@/components/inspections/finding-forms'
import { FindingList } from '@/components/inspections/finding-list'
import { PairFacts } from '@/components/inspections/pair-facts'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import * as policy from '@/lib/inspections/policy'
import { getPair } from '@/lib/inspections/queries'
import { takesFindings } from '@/lib/inspections/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ pair: string }> }

export const generateMetadata = pageTitle('inspections.title')

export default async function InspectionPage({ params }: Props) {
  const { pair: id } = await params
  const actor = await requireActor(`/portal/inspections/${id}`)
  const pair = (await getPair(actor, id)) ?? notFound()
  const t = await getTranslations('inspections')
  const { activity, inspector, inspected } = pair
  const isOpen = takesFindings(activity, now())
  const may = { answer: policy.canAnswerFinding(actor, { pair }), judge: policy.canCloseFinding(actor, { pair }) }

  return (
    <>
      <PageHeader
        title={t('goes', { inspector: inspector.name, inspected: inspected.name })}
        crumbs={[{ href: `/portal/activities/${activity.id}`, label: activity.title }]}
      />
      <PairFacts pair={pair} />
      <FindingList
        findings={pair.findings}
        path={`/portal/inspections/${id}`}
        may={may}
        today={actor.today}
        userId={actor.userId}
      />
      {policy.canRecordFinding(actor, pair) && (
        <Section title={t('record.title')}>
          {isOpen ? (
            <Words of={['inspections']}>
              <RecordFindingForm key={pair.findings.length} pairId={id} />
            </Words>
          ) : (
            <p className="text-sm text-muted">{t('notBegun')}</p>
          )}
        </Section>
      )}
    </>
  )
}
