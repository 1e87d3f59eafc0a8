import { notFound } from 'next/navigation'
import { PairComparison } from '@/components/duplicates/pair-comparison'
import { requireActor } from '@/lib/access/session'
import { getComparison } from '@/lib/duplicates/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('duplicates.compareTitle')

type Props = { params: Promise<{ first: string; second: string }> }

export default async function ComparePage({ params }: Props) {
  const { first, second } = await params
  const actor = await requireActor(
    `/portal/enterprises/duplicates/${encodeURIComponent(first)}/${encodeURIComponent(second)}`,
  )
  const comparison = (await getComparison(actor, first, second)) ?? notFound()
  return <PairComparison comparison={comparison} />
}
