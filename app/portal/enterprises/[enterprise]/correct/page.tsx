import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CorrectionForm } from '@/components/enterprises/correction-form'
import { PageHeader } from '@/components/layout/page-header'
import { requireActor } from '@/lib/access/session'
import { getCorrection } from '@/lib/enterprises/correction-queries'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { canCorrectEnterprise } from '@/lib/enterprises/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('enterprises.correction.title')

export default async function CorrectPage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const path = `/portal/enterprises/${encodeURIComponent(id)}`
  const actor = await requireActor(`${path}/correct`)
  const enterprise = (await getCorrection(actor, id)) ?? notFound()
  if (!canCorrectEnterprise(actor, enterprise)) notFound()
  const [t, list, places] = await Promise.all([
    getTranslations('enterprises.correction'),
    getTranslations('enterprises.list'),
    listRegistryPlaces(actor),
  ])

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: '/portal/enterprises', label: list('title') },
          { href: path, label: enterprise.name },
        ]}
        note={t('note')}
      />
      <CorrectionForm enterprise={enterprise} places={places} backHref={path} />
    </>
  )
}
