import { notFound } from 'next/navigation'
import { DuplicateList } from '@/components/duplicates/duplicate-list'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { canJudgeDuplicates } from '@/lib/duplicates/policy'
import { countDistinct, listDistinct } from '@/lib/duplicates/queries'
import { duplicateQuery } from '@/lib/duplicates/schema'
import { countSuspected, listSuspected } from '@/lib/duplicates/suspicion-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('duplicates.title')

export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises/duplicates')
  if (!canJudgeDuplicates(actor)) notFound()
  const query = await searchParams
  const { view, cursor } = duplicateQuery.parse(query)
  const [open, distinct] = await Promise.all([countSuspected(actor), countDistinct(actor)])
  const pages =
    view === 'open'
      ? { suspected: await listSuspected(actor, cursor), judged: null }
      : { suspected: null, judged: await listDistinct(actor, cursor) }
  return <DuplicateList {...pages} counts={{ open, distinct }} query={query} />
}
