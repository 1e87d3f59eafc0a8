import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { WithdrawForm } from '@/components/practice-forms/decision-forms'
import { isMunicipal } from '@/lib/access/actor'
import { canWithdrawPractice } from '@/lib/practices/policy'
import { pageTitle } from '@/lib/text/page-title'
import { openPractice, shownOf, type PracticeParams } from '../practice'

export const generateMetadata = pageTitle('practices.withdraw.title')

export default async function WithdrawPracticePage({ params }: { params: PracticeParams }) {
  const { actor, practice, path } = await openPractice(params, '/withdraw')
  if (!canWithdrawPractice(actor, practice)) notFound()
  const t = await getTranslations('practices')
  const { title } = shownOf(actor, practice, undefined)

  return (
    <>
      <PageHeader title={t('withdraw.title')} crumbs={[{ href: path, label: title || t('list.untitled') }]} />
      <Banner tone="warning">{t('withdraw.text')}</Banner>
      <Words of={['practices']}>
        <WithdrawForm practiceId={practice.id} isReasonNeeded={isMunicipal(actor)} path={path} />
      </Words>
    </>
  )
}
