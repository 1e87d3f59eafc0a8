import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CertificateList } from '@/components/certificates/certificate-list'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { canIssueCertificates } from '@/lib/certificates/policy'
import { countWithoutCertificate, listCertificates } from '@/lib/certificates/queries'
import { hasCertificates, hoursBetween } from '@/lib/certificates/rules'
import { listCourses } from '@/lib/courses/queries'
import { hoursOf } from '@/lib/courses/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('certificates.title')

export default async function CertificatesPage({ params, searchParams }: Props) {
  const [{ activity: id }, query] = await Promise.all([params, searchParams])
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/certificates`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!hasCertificates(activity)) notFound()
  const mayManage = canIssueCertificates(actor, activity)
  const [t, certificates, waiting, courses] = await Promise.all([
    getTranslations('certificates'),
    listCertificates(actor, id, { position: queryValue(query, 'cursor') }),
    mayManage ? countWithoutCertificate(actor, id) : null,
    listCourses(actor, activity),
  ])

  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: path, label: activity.title }]} />
      <CertificateList
        path={`${path}/certificates`}
        query={query}
        certificates={certificates}
        today={actor.today}
        issuing={waiting && { activityId: activity.id, ...waiting, hours: hoursOf(courses) || hoursBetween(activity) }}
      />
    </>
  )
}
