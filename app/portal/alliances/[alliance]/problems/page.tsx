import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { YearSwitch } from '@/components/alliances/year-switch'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { ProblemList } from '@/components/problems/problem-list'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getAllianceYear, listYears } from '@/lib/alliances/year-queries'
import { canDraftProblem } from '@/lib/problems/policy'
import { listProblems } from '@/lib/problems/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('problems.title')

export default async function ProblemsOfAlliancePage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/problems`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const year = yearOfQuery(await searchParams, actor)
  const [t, problems, years, opened] = await Promise.all([
    getTranslations('problems.list'),
    listProblems(actor, alliance.id, year),
    listYears(actor),
    getAllianceYear(actor, alliance.id, year),
  ])
  const mayDraft = opened && opened.state !== 'CLOSED' && canDraftProblem(actor, { allianceId: alliance.id })

  return (
    <Section
      title={t('title', { year: String(year) })}
      actions={
        <>
          <YearSwitch path={path} years={years} current={year} />
          {mayDraft && (
            <ButtonLink href={`${path}/new?year=${year}`} variant="primary">
              {t('draft')}
            </ButtonLink>
          )}
        </>
      }
    >
      {problems.length > 0 && <ProblemList problems={problems} />}
      {problems.length === 0 && (
        <EmptyState kind="nothing" title={t('empty')} text={mayDraft ? t('emptyText') : undefined} />
      )}
    </Section>
  )
}
