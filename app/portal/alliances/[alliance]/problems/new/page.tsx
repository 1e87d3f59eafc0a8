import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { DraftProblemForm } from '@/components/problems/problem-forms'
import { requireActor } from '@/lib/access/session'
import { getAllianceYear } from '@/lib/alliances/year-queries'
import { canDraftProblem } from '@/lib/problems/policy'
import { listSources } from '@/lib/problems/queries'
import { suggestFromCheck } from '@/lib/problems/suggestion-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('problems.list.draft')

export default async function NewProblemPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/problems`
  const actor = await requireActor(`${path}/new`)
  const query = await searchParams
  const year = yearOfQuery(query, actor)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const opened = await getAllianceYear(actor, alliance.id, year)
  if (!opened || opened.state === 'CLOSED' || !canDraftProblem(actor, { allianceId: alliance.id })) notFound()
  const [t, sources, suggestion] = await Promise.all([
    getTranslations('problems.form'),
    listSources(actor, { allianceId: alliance.id, year }),
    suggestFromCheck(actor, { allianceId: alliance.id, questionId: queryValue(query, 'question') ?? '' }),
  ])

  return (
    <Section title={t('draftTitle', { year: String(year) })} actions={<ClauseChip clause="3-3" />}>
      <Words of={['problems']}>
        <DraftProblemForm
          allianceYearId={opened.id}
          sources={sources.map(({ id, title }) => ({ value: id, label: title }))}
          suggestion={suggestion}
          backHref={`${path}?year=${year}`}
        />
      </Words>
    </Section>
  )
}
