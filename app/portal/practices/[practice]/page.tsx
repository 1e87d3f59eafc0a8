import { notFound } from 'next/navigation'
import { queryValue, type Query } from '@/components/list/href'
import { AdoptionBox } from '@/components/practices/adoption-box'
import { PracticeButtons } from '@/components/practices/practice-buttons'
import { PracticeView } from '@/components/practices/practice-view'
import { Tombstone } from '@/components/practices/tombstone'
import { requireActor } from '@/lib/access/session'
import { canAdoptPractice } from '@/lib/practices/policy'
import { getPractice, getTombstone, listAdoptions, noteReading } from '@/lib/practices/queries'
import { pageTitle } from '@/lib/text/page-title'
import { rightsOf, shownOf, type PracticeParams } from './practice'

type Props = { params: PracticeParams; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('practices.list.title')

export default async function PracticePage({ params, searchParams }: Props) {
  const { practice: id } = await params
  const path = `/portal/practices/${id}`
  const actor = await requireActor(path)
  const practice = await getPractice(actor, id)
  if (!practice) {
    const gone = (await getTombstone(actor, id)) ?? notFound()
    return <Tombstone gone={gone} backHref="/portal/practices" />
  }
  const query = await searchParams
  const shown = shownOf(actor, practice, queryValue(query, 'version'))
  const compared = practice.versions.find(({ number }) => String(number) === queryValue(query, 'with')) ?? null
  const [adoptions] = await Promise.all([
    listAdoptions(actor, practice.id),
    noteReading(actor, practice, 'READ_PRACTICE', shown.number),
  ])
  const may = rightsOf(actor, practice, shown)
  const wasReturned = shown.state === 'RETURNED' || shown.state === 'RECALLED'
  const ownId = actor.hat.kind === 'ENTERPRISE' ? actor.hat.enterpriseId : null

  return (
    <>
      <PracticeView
        practice={practice}
        shown={shown}
        compared={compared}
        isOwn={may.readers}
        actions={<PracticeButtons practiceId={practice.id} versionId={shown.id} {...{ path, may, wasReturned }} />}
      />
      {practice.publishedAt && (
        <AdoptionBox
          practiceId={practice.id}
          rows={adoptions}
          ownId={ownId}
          mayAdopt={canAdoptPractice(actor, practice)}
        />
      )}
    </>
  )
}
