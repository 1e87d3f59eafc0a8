import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RevokeCertificateForm } from '@/components/certificates/certificate-forms'
import { CertificateTable } from '@/components/certificates/certificate-table'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canRevokeCertificate } from '@/lib/certificates/policy'
import { getCertificate } from '@/lib/certificates/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string; certificate: string }> }

export const generateMetadata = pageTitle('certificates.revoking.title')

export default async function RevokeCertificatePage({ params }: Props) {
  const { activity: id, certificate: certificateId } = await params
  const path = `/portal/activities/${id}/certificates`
  const actor = await requireActor(`${path}/${certificateId}`)
  const certificate = (await getCertificate(actor, certificateId)) ?? notFound()
  const { activity, revokedAt } = certificate
  if (activity.id !== id || revokedAt || !canRevokeCertificate(actor, activity)) notFound()
  const t = await getTranslations('certificates')

  return (
    <>
      <PageHeader title={t('revoking.title')} crumbs={[{ href: path, label: t('back') }]} />
      <CertificateTable rows={[certificate]} today={actor.today} />
      <p className="max-w-2xl text-muted">{t('revoking.text')}</p>
      <Words of={['certificates']}>
        <RevokeCertificateForm activityId={id} id={certificate.id} />
      </Words>
    </>
  )
}
