import { notFound } from 'next/navigation'
import { Disputes } from '@/components/disputes/disputes'
import { requireActor } from '@/lib/access/session'
import { getDisputes } from '@/lib/disputes/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('disputes.title')

export default async function DisputesPage({ params }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/disputes`)
  const found = (await getDisputes(actor, id)) ?? notFound()
  return <Disputes {...found} />
}
