import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { SeriesDraftForm } from '@/components/plans/draft-forms'
import { Preview } from '@/components/plans/preview'
import { previewWords } from '@/components/plans/preview-lines'
import { SeriesForm } from '@/components/plans/series-form'
import { requireActor } from '@/lib/access/session'
import { canCreateSeries } from '@/lib/plans/policy'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../../year'
import { clashesOfPreview } from '../preview'
import { Uncovered } from '../uncovered'
import { seriesOfQuery } from './series'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('plans.series.action')

export default async function SeriesPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const plan = `/portal/alliances/${slug}/plan`
  const actor = await requireActor(`${plan}/series`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canCreateSeries(actor, alliance)) notFound()
  const query = await searchParams
  const year = yearOfQuery(query, actor)
  const { values, errors, preview } = await seriesOfQuery(actor, { alliance, year }, query)
  const [t, words] = await Promise.all([
    getTranslations('plans.series'),
    preview && previewWords(preview, await clashesOfPreview(actor, preview)),
  ])

  return (
    <Section title={t('title', { year: String(year) })}>
      <p className="text-sm text-muted">{t('note')}</p>
      <Uncovered year={year} />
      <SeriesForm path={`${plan}/series`} year={year} values={values} errors={errors} />
      {preview && words && (
        <Preview words={words}>
          <SeriesDraftForm
            allianceId={alliance.id}
            year={year}
            fingerprint={preview.fingerprint}
            series={preview.series}
            choices={words.choices}
            backHref={`${plan}?year=${year}`}
          />
        </Preview>
      )}
    </Section>
  )
}
