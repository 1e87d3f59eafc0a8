import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CoverForm } from '@/components/handovers/cover-form'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { requireActor } from '@/lib/access/session'
import { getCoverPlan } from '@/lib/handovers/queries'
import { pageTitle } from '@/lib/text/page-title'

const list = '/portal/covers'

export const generateMetadata = pageTitle('handovers.cover.title')

export default async function CoverPage({ params }: { params: Promise<{ appointment: string }> }) {
  const { appointment } = await params
  const actor = await requireActor(`${list}/${encodeURIComponent(appointment)}`)
  const plan = (await getCoverPlan(actor, appointment)) ?? notFound()
  const t = await getTranslations('handovers.cover')
  const { post, people, lastDay } = plan

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: list, label: t('section') }]}
        note={<AllianceBadge alliance={post.alliance} />}
      />
      <p className="max-w-2xl text-sm text-muted">{t('note', { coordinator: post.coordinator.name })}</p>
      <Words of={['handovers']}>
        <CoverForm
          appointmentId={post.id}
          people={people.map(({ id, name }) => ({ value: id, label: name }))}
          today={actor.today}
          lastDay={lastDay}
          backHref={list}
        />
      </Words>
    </>
  )
}
