import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { OpenClaimForm } from '@/components/activations/claim-forms'
import { Banner } from '@/components/layout/banner'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { Door } from '@/components/users/door'
import { claimNoticeOf, prefilledCreditCode } from '@/lib/activations/rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('activations.claim.title')

/** Where the letter leads. The code itself stands behind the # of the address, which no browser sends. */
export default async function ClaimPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const t = await getTranslations('activations.claim')
  const notice = claimNoticeOf(queryValue(query, 'done'))
  return (
    <Door title={t('title')} lead={t('lead')}>
      {notice && <Banner tone="warning">{t(notice)}</Banner>}
      <Words of={['activations']}>
        <OpenClaimForm creditCode={prefilledCreditCode(queryValue(query, 'c'))} />
      </Words>
      <p className="text-sm">
        <Link href="/sign-in" prefetch={false} className="link underline underline-offset-2">
          {t('hasAccount')}
        </Link>
      </p>
      <p className="border-t pt-4 text-sm text-muted">{t('noCode')}</p>
    </Door>
  )
}
