import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { Banner } from '@/components/layout/banner'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader, Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { AudienceLink } from '@/components/visibility/audience-link'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import type { PracticeVersionView, PracticeView as View } from '@/lib/practices/queries'
import { formatInstant } from '@/lib/text/format'
import { ShareChip, VersionBadge } from './marks'
import { PracticeDiff } from './practice-diff'
import { PracticeFiles, PracticeText } from './practice-text'

type Props = {
  practice: View
  shown: PracticeVersionView
  compared: PracticeVersionView | null
  actions: ReactNode
  isOwn: boolean
}

/** One version of a practice, with what was said of it. */
export async function PracticeView({ practice, shown, compared, actions, isOwn }: Props) {
  const t = await getTranslations('practices')
  const path = `/portal/practices/${practice.id}`
  return (
    <>
      <PageHeader
        title={shown.title || t('list.untitled')}
        crumbs={[{ href: '/portal/practices', label: t('list.title') }]}
        note={
          <>
            <ShareChip shareClass={shown.shareClass} />
            <VersionBadge state={shown.state} />
            <span>{practice.enterprise.name}</span>
            <AllianceBadge alliance={practice.alliance} />
            <span>{t('detail.adopted', { count: String(practice.adoptedCount) })}</span>
            {practice.publicVersionId === shown.id && <span>{t('detail.isPublic')}</span>}
            <ClauseChip clause="4-2" />
          </>
        }
        actions={actions}
      />
      {isOwn && <Said version={shown} />}
      <Facts version={shown} />
      <AudienceLink kind="practice" id={practice.id} />
      {compared ? (
        <>
          <PracticeDiff from={compared} to={shown} />
          <Link href={`${path}?version=${shown.number}`} prefetch={false} className="link self-start">
            {t('detail.noCompare')}
          </Link>
        </>
      ) : (
        <>
          <PracticeText content={shown.content} />
          <PracticeFiles practiceId={practice.id} files={shown.files} shareClass={shown.shareClass} />
        </>
      )}
      {practice.versions.length > 1 && <Versions practice={practice} shown={shown} path={path} />}
    </>
  )
}

async function Facts({ version }: { version: PracticeVersionView }) {
  const t = await getTranslations('practices')
  return (
    <DescriptionList
      entries={[
        { label: t('field.subjects'), value: version.subjects.map((subject) => t(`subject.${subject}`)).join('；') },
        { label: t('field.area'), value: version.area ? t(`area.${version.area}`) : t('field.noArea') },
      ]}
    />
  )
}

/** Consent and review: the owner's to read. */
async function Said({ version }: { version: PracticeVersionView }) {
  const [t, locale] = await Promise.all([getTranslations('practices'), getLocale()])
  const { consent, review, state } = version
  return (
    <div className="flex flex-col gap-2">
      {state === 'DRAFT' && <Banner>{t('detail.consentNeeded')}</Banner>}
      {consent && (
        <p className="text-sm text-muted">
          {t('detail.consent', {
            name: consent.by.name,
            mandate: t(`mandate.${consent.mandate}`),
            at: formatInstant(locale, consent.at),
            scope: t(`shareClass.${consent.shareClass}`),
          })}
        </p>
      )}
      {review && (
        <Banner tone={review.verdict === 'APPROVE' ? 'success' : 'warning'}>
          <p>
            {t('detail.reviewed', {
              name: review.by.name,
              at: formatInstant(locale, review.at),
              verdict: t(`verdict.${review.verdict}`),
            })}
          </p>
          {review.comments && <p className="whitespace-pre-line">{review.comments}</p>}
        </Banner>
      )}
    </div>
  )
}

async function Versions({ practice, shown, path }: { practice: View; shown: PracticeVersionView; path: string }) {
  const t = await getTranslations('practices.detail')
  return (
    <Section title={t('versions')}>
      <ul className="max-w-4xl divide-y rounded-md border bg-surface text-sm">
        {practice.versions.map(({ id, number, state, shareClass }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 px-3 py-2">
            <Link
              href={`${path}?version=${number}`}
              prefetch={false}
              aria-current={id === shown.id ? 'true' : undefined}
              className="link aria-[current]:font-bold"
            >
              {t('version', { number: String(number) })}
            </Link>
            <VersionBadge state={state} />
            <ShareChip shareClass={shareClass} />
            {id !== shown.id && (
              <Link href={`${path}?version=${shown.number}&with=${number}`} prefetch={false} className="link ml-auto">
                {t('compare', { number: String(number) })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
