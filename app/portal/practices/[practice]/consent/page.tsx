import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ConsentForm } from '@/components/practice-forms/decision-forms'
import { ButtonLink } from '@/components/ui/button'
import { canConsentToPractice } from '@/lib/practices/policy'
import { missingOf } from '@/lib/practices/rules'
import { pageTitle } from '@/lib/text/page-title'
import { draftOf, openPractice, type PracticeParams } from '../practice'

export const generateMetadata = pageTitle('practices.consent.title')

export default async function ConsentPage({ params }: { params: PracticeParams }) {
  const { actor, practice, path } = await openPractice(params, '/consent')
  const draft = draftOf(actor, practice)
  const t = await getTranslations('practices')
  const missing = missingOf(draft).map((key) =>
    key === 'title' || key === 'subjects' ? t(`field.${key}`) : t(`section.${key}`),
  )
  const isMandated = canConsentToPractice(actor, practice)
  const scope = practice.publishedAt ? practice.shareClass : 'ALLIANCE'

  return (
    <>
      <PageHeader
        title={t('consent.title')}
        crumbs={[{ href: path, label: draft.title || t('list.untitled') }]}
        note={t('consent.who')}
      />
      {!isMandated && <Banner tone="warning">{t('consent.notMandated')}</Banner>}
      {missing.length > 0 && (
        <>
          <Banner tone="warning">{t('consent.incomplete', { missing: missing.join(t('consent.comma')) })}</Banner>
          <p>
            <ButtonLink href={`${path}/edit`} variant="primary">
              {t('consent.complete')}
            </ButtonLink>
          </p>
        </>
      )}
      {isMandated && missing.length === 0 && (
        <Words of={['practices']}>
          <ConsentForm versionId={draft.id} revision={draft.revision} scope={scope} path={path} />
        </Words>
      )}
    </>
  )
}
