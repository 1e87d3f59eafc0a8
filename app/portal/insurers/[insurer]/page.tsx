import { notFound } from 'next/navigation'
import { InsurerDetail } from '@/components/insurers/insurer-detail'
import { requireActor } from '@/lib/access/session'
import { getInsurer } from '@/lib/organizations/insurer-queries'
import { canRenameInsurer } from '@/lib/organizations/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('organizations.insurers.title')

export default async function InsurerPage({ params }: { params: Promise<{ insurer: string }> }) {
  const { insurer: id } = await params
  const actor = await requireActor(`/portal/insurers/${encodeURIComponent(id)}`)
  const insurer = (await getInsurer(actor, id)) ?? notFound()
  return <InsurerDetail insurer={insurer} mayManage={canRenameInsurer(actor)} />
}
