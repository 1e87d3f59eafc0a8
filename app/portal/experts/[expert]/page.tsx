import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Engagements, ExpertFacts } from '@/components/experts/expert-detail'
import { StandingButton } from '@/components/experts/expert-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canReviseExpert } from '@/lib/experts/policy'
import { getExpert, listEngagements } from '@/lib/experts/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('experts.title')

export default async function ExpertPage({ params }: { params: Promise<{ expert: string }> }) {
  const { expert: id } = await params
  const path = `/portal/experts/${id}`
  const actor = await requireActor(path)
  const expert = (await getExpert(actor, id)) ?? notFound()
  const [t, engagements] = await Promise.all([getTranslations('experts'), listEngagements(actor, id)])
  const { name, state } = expert
  return (
    <Words of={['experts']}>
      <PageHeader
        title={name}
        crumbs={[{ href: '/portal/experts', label: t('title') }]}
        note={<Badge tone={state === 'ACTIVE' ? 'success' : 'neutral'}>{t(`state.${state}`)}</Badge>}
        actions={
          canReviseExpert(actor) && (
            <>
              <StandingButton id={id} name={name} isRetired={state === 'RETIRED'} />
              <ButtonLink href={`${path}/revise`}>{t('detail.revise')}</ButtonLink>
            </>
          )
        }
      />
      <ExpertFacts expert={expert} />
      <Engagements engagements={engagements} thisYear={expert.load.thisYear} />
    </Words>
  )
}
