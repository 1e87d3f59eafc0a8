import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AdviceList } from '@/components/guidances/advice-list'
import { GuidanceFacts } from '@/components/guidances/guidance-facts'
import { guidanceTones } from '@/components/guidances/guidance-table'
import { GuidanceSteps } from '@/components/guidances/guidance-steps'
import { PageHeader } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { requireActor } from '@/lib/access/session'
import { fromDate } from '@/lib/core/clock'
import { listLecturers } from '@/lib/experts/queries'
import * as policy from '@/lib/guidances/policy'
import { getGuidance, listOrganisers } from '@/lib/guidances/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ guidance: string }> }

export const generateMetadata = pageTitle('guidances.title')

export default async function GuidancePage({ params }: Props) {
  const { guidance: id } = await params
  const actor = await requireActor(`/portal/guidances/${id}`)
  const request = (await getGuidance(actor, id)) ?? notFound()
  const [t, experts, organisers] = await Promise.all([
    getTranslations('guidances'),
    listLecturers(actor),
    listOrganisers(actor, request),
  ])
  const { state, visitOn } = request
  const isVisited = visitOn !== null && fromDate(visitOn) <= actor.today
  const may = {
    approve: state === 'REQUESTED' && policy.canApproveGuidance(actor, request),
    arrange: state === 'APPROVED' && policy.canArrangeGuidance(actor, request),
    advise: state === 'APPROVED' && isVisited && policy.canAdvise(actor, request),
    withdraw: (state === 'REQUESTED' || state === 'APPROVED') && policy.canWithdrawGuidance(actor, request),
    answer: policy.canAnswerAdvice(actor, { request }),
    judge: policy.canVerifyAdvice(actor, { request }),
  }

  return (
    <>
      <PageHeader
        title={request.title}
        crumbs={[{ href: '/portal/guidances', label: t('title') }]}
        note={<Badge tone={guidanceTones[state]}>{t(`state.${state}`)}</Badge>}
      />
      <GuidanceFacts request={request} />
      <GuidanceSteps request={request} may={may} experts={experts} organisers={organisers} />
      <AdviceList
        advice={request.advice}
        id={id}
        path={`/portal/guidances/${id}`}
        mayUrge={policy.canUrgeGuidance(actor, request)}
        may={may}
        today={actor.today}
        userId={actor.userId}
      />
    </>
  )
}
