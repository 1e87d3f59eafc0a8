import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ShareChip } from '@/components/practices/marks'
import { PracticeFiles, PracticeText } from '@/components/practices/practice-text'
import { ReviewForm } from '@/components/practice-forms/decision-forms'
import { canReviewPractice, canReviewPractices } from '@/lib/practices/policy'
import { noteReading } from '@/lib/practices/queries'
import { pageTitle } from '@/lib/text/page-title'
import { openPractice, type PracticeParams } from '../practice'

export const generateMetadata = pageTitle('practices.review.title')

export default async function ReviewPage({ params }: { params: PracticeParams }) {
  const { actor, practice } = await openPractice(params, '/review')
  const version = practice.versions.find(({ state }) => state === 'IN_REVIEW') ?? notFound()
  if (!canReviewPractices(actor) || practice.enterpriseId === enterpriseOf(actor)) notFound()
  const t = await getTranslations('practices')
  await noteReading(actor, practice, 'READ_PRACTICE', version.number)

  return (
    <>
      <PageHeader
        title={version.title}
        crumbs={[{ href: '/portal/practices/reviews', label: t('list.reviews') }]}
        note={
          <>
            <ShareChip shareClass={version.shareClass} />
            <span>{practice.enterprise.name}</span>
            <span>{version.subjects.map((subject) => t(`subject.${subject}`)).join('；')}</span>
          </>
        }
      />
      <PracticeText content={version.content} />
      <PracticeFiles practiceId={practice.id} files={version.files} shareClass={version.shareClass} />
      {canReviewPractice(actor, practice, version) ? (
        <Words of={['practices']}>
          <ReviewForm versionId={version.id} path="/portal/practices/reviews" />
        </Words>
      ) : (
        <Banner tone="warning">{t('review.notYours')}</Banner>
      )}
    </>
  )
}

const enterpriseOf = ({ hat }: Awaited<ReturnType<typeof openPractice>>['actor']): string | null =>
  hat.kind === 'ENTERPRISE' ? hat.enterpriseId : null
