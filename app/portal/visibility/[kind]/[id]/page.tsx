import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { AudienceTable } from '@/components/visibility/audience'
import { requireActor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'
import { getAudience } from '@/lib/visibility/queries'

export const generateMetadata = pageTitle('visibility.title')

export default async function VisibilityPage({ params }: { params: Promise<{ kind: string; id: string }> }) {
  const { kind, id } = await params
  const actor = await requireActor(`/portal/visibility/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`)
  const audience = (await getAudience(actor, kind, id)) ?? notFound()
  const t = await getTranslations('visibility')

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: audience.href, label: audience.label }]} />
      <AudienceTable kind={audience.kind} lines={audience.lines} today={actor.today} />
    </>
  )
}
