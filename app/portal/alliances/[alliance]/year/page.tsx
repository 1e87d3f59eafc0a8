import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConfigureYearForm } from '@/components/alliances/configure-year-form'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { canConfigureAllianceYear } from '@/lib/alliances/policy'
import { getAllianceYear } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.years.configure')

export default async function ConfigureYearPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}`
  const actor = await requireActor(`${path}/year`)
  const year = yearOfQuery(await searchParams, actor)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const stands = await getAllianceYear(actor, alliance.id, year)
  if (!stands || stands.state === 'CLOSED' || !canConfigureAllianceYear(actor, alliance)) notFound()
  const t = await getTranslations('alliances.configure')
  const { id, version, meetingTarget, trainingMinimum, note } = stands

  return (
    <Section
      title={t('title', { year })}
      actions={
        <>
          <ClauseChip clause="3-2" />
          <ClauseChip clause="3-3" />
        </>
      }
    >
      <Words of={['alliances']}>
        <ConfigureYearForm
          allianceYearId={id}
          version={version}
          defaults={{ meetingTarget, trainingMinimum, note }}
          backHref={`${path}?year=${year}`}
        />
      </Words>
    </Section>
  )
}
