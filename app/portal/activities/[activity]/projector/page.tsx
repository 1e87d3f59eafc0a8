import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Projector } from '@/components/check-in/projector'
import { PageHeader } from '@/components/layout/page-header'
import { requireActor } from '@/lib/access/session'
import { getProjected } from '@/lib/attendance/projector-queries'

type Props = { params: Promise<{ activity: string }> }

export default async function ProjectorPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/projector`)
  const projected = (await getProjected(actor, id)) ?? notFound()
  const t = await getTranslations('checkIn.projector')

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: path, label: projected.title }]} />
      <Projector projected={projected} />
    </>
  )
}
