import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { OverviewSections } from '@/components/alliances/overview-sections'
import { YearActions } from '@/components/alliances/year-actions'
import { YearSwitch } from '@/components/alliances/year-switch'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import * as policy from '@/lib/alliances/policy'
import { getAllianceOverview, listYears } from '@/lib/alliances/year-queries'
import { getLocale } from 'next-intl/server'
import { pageTitle } from '@/lib/text/page-title'
import { boardLine } from '../board-line'
import { yearOfQuery } from '../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.overview')

export default async function AlliancePage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}`
  const actor = await requireActor(path)
  const year = yearOfQuery(await searchParams, actor)
  const overview = (await getAllianceOverview(actor, slug, year)) ?? notFound()
  const [t, locale, years] = await Promise.all([getTranslations('alliances.years'), getLocale(), listYears(actor)])
  const line = boardLine(overview, locale, actor.today)

  return (
    <Section
      title={t('name', { year })}
      actions={
        <>
          <YearSwitch path={path} years={years} current={year} />
          <YearActions
            line={line}
            year={year}
            today={actor.today}
            may={{
              open: policy.canOpenAllianceYears(actor),
              configure: policy.canConfigureAllianceYear(actor, overview),
              start: policy.canStartAllianceYear(actor, overview),
              close: policy.canCloseAllianceYear(actor, overview),
            }}
          />
        </>
      }
    >
      <OverviewSections line={line} year={year} mayAppointInsurer={policy.canAppointInsurer(actor, overview)} />
    </Section>
  )
}
