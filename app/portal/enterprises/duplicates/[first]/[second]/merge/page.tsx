import { notFound } from 'next/navigation'
import type { Query } from '@/components/list/href'
import { MergePreview } from '@/components/merges/merge-preview'
import { requireActor } from '@/lib/access/session'
import { getMergePreview } from '@/lib/duplicates/merge-queries'
import { mergeQuery } from '@/lib/duplicates/schema'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('merges.title')

type Props = { params: Promise<{ first: string; second: string }>; searchParams: Promise<Query> }

export default async function MergePage({ params, searchParams }: Props) {
  const { first, second } = await params
  const actor = await requireActor(
    `/portal/enterprises/duplicates/${encodeURIComponent(first)}/${encodeURIComponent(second)}/merge`,
  )
  const { keep } = mergeQuery.parse(await searchParams)
  const isSecond = keep !== undefined && keep.toLowerCase() === second.toLowerCase()
  const preview = (await getMergePreview(actor, isSecond ? second : first, isSecond ? first : second)) ?? notFound()
  const { kept, gone } = preview
  return <MergePreview first={isSecond ? gone : kept} second={isSecond ? kept : gone} preview={preview} />
}
