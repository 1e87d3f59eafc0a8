import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { FindingPoints } from '@/components/inspections/finding-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import * as policy from '@/lib/inspections/policy'
import { getPair } from '@/lib/inspections/queries'
import { isAnswerable } from '@/lib/inspections/rules'
import { pageTitle } from '@/lib/text/page-title'
import { FindingEvidence } from '../../evidence'

type Props = { params: Promise<{ pair: string; finding: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('inspections.findings')

export default async function FindingPage({ params, searchParams }: Props) {
  const { pair: pairId, finding: id } = await params
  const actor = await requireActor(`/portal/inspections/${pairId}/${id}`)
  const pair = (await getPair(actor, pairId)) ?? notFound()
  const finding = pair.findings.find((one) => one.id === id) ?? notFound()
  const t = await getTranslations('inspections')
  const { activity, inspector, inspected } = pair
  const may = { answer: policy.canAnswerFinding(actor, { pair }), judge: policy.canCloseFinding(actor, { pair }) }

  return (
    <>
      <PageHeader
        title={t('file.point', { number: finding.position + 1 })}
        crumbs={[
          { href: `/portal/activities/${activity.id}`, label: activity.title },
          {
            href: `/portal/inspections/${pair.id}`,
            label: t('goes', { inspector: inspector.name, inspected: inspected.name }),
          },
        ]}
      />
      <FindingPoints findings={[finding]} may={may} today={actor.today} userId={actor.userId} />
      <FindingEvidence
        actor={actor}
        findingId={id}
        own={isAnswerable(finding.state) ? policy.sideOf(actor, pair) : null}
        problem={queryValue(await searchParams, 'problem') ?? null}
      />
    </>
  )
}
