import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AdvicePoints } from '@/components/guidances/advice-list'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import * as policy from '@/lib/guidances/policy'
import { getGuidance } from '@/lib/guidances/queries'
import { pageTitle } from '@/lib/text/page-title'
import { AdviceEvidence } from '../../evidence'

type Props = { params: Promise<{ guidance: string; advice: string }>; searchParams: Promise<Query> }

const path = '/portal/guidances'

export const generateMetadata = pageTitle('guidances.detail.advice')

export default async function AdvicePage({ params, searchParams }: Props) {
  const { guidance, advice: id } = await params
  const actor = await requireActor(`${path}/${guidance}/${id}`)
  const request = (await getGuidance(actor, guidance)) ?? notFound()
  const point = request.advice.find((one) => one.id === id) ?? notFound()
  const t = await getTranslations('guidances')
  const may = { answer: policy.canAnswerAdvice(actor, { request }), judge: policy.canVerifyAdvice(actor, { request }) }

  return (
    <Words of={['guidances', 'problems']}>
      <PageHeader
        title={t('detail.point', { number: point.position + 1 })}
        crumbs={[
          { href: path, label: t('title') },
          { href: `${path}/${request.id}`, label: request.title },
        ]}
      />
      <AdvicePoints points={[point]} may={may} today={actor.today} userId={actor.userId} />
      <AdviceEvidence
        actor={actor}
        adviceId={id}
        mayChange={may.answer && point.state !== 'VERIFIED'}
        problem={queryValue(await searchParams, 'problem') ?? null}
      />
    </Words>
  )
}
