import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LeadRecord } from '@/components/leads/lead-record'
import { requireActor } from '@/lib/access/session'
import { getLeadRecord } from '@/lib/alliances/candidate-queries'
import { nameIn } from '@/lib/text/locale'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../../year'

type Props = { params: Promise<{ alliance: string; membership: string }> }

export const generateMetadata = pageTitle('memberships.lead.recordTitle')

export default async function LeadRecordPage({ params }: Props) {
  const { alliance: slug, membership } = await params
  const path = `/portal/alliances/${slug}/lead`
  const actor = await requireActor(`${path}/decisions/${membership}`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const record = (await getLeadRecord(actor, alliance.id, membership)) ?? notFound()
  const [t, locale] = await Promise.all([getTranslations('memberships.lead'), getLocale()])

  return (
    <>
      <Link href={path} prefetch={false} className="link no-print self-start text-sm">
        ‹ {t('title')}
      </Link>
      <LeadRecord record={record} alliance={nameIn(locale, alliance)} />
    </>
  )
}
