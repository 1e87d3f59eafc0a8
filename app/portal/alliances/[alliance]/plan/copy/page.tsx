import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { CopyDraftForm } from '@/components/plans/draft-forms'
import { Preview } from '@/components/plans/preview'
import { previewWords } from '@/components/plans/preview-lines'
import { requireActor } from '@/lib/access/session'
import { canCopyDates } from '@/lib/plans/policy'
import { getCopyPreview } from '@/lib/plans/preview-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance, yearOfQuery } from '../../../year'
import { clashesOfPreview } from '../preview'
import { Uncovered } from '../uncovered'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('plans.copy.action')

export default async function CopyDatesPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const plan = `/portal/alliances/${slug}/plan`
  const actor = await requireActor(`${plan}/copy`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canCopyDates(actor, alliance)) notFound()
  const year = yearOfQuery(await searchParams, actor)
  const preview = await getCopyPreview(actor, { alliance, year })
  const [t, words] = await Promise.all([
    getTranslations('plans.copy'),
    previewWords(preview, await clashesOfPreview(actor, preview)),
  ])
  const years = { from: String(year - 1), to: String(year) }

  return (
    <Section title={t('title', years)}>
      <p className="text-sm text-muted">{t('note')}</p>
      <Uncovered year={year} />
      {preview.lines.length === 0 && <EmptyState kind="nothing" title={t('empty', years)} />}
      {preview.lines.length > 0 && (
        <Preview words={words}>
          <CopyDraftForm
            allianceId={alliance.id}
            year={year}
            fingerprint={preview.fingerprint}
            choices={words.choices}
            backHref={`${plan}?year=${year}`}
          />
        </Preview>
      )}
    </Section>
  )
}
