import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { Door } from '@/components/users/door'
import { RequestResetForm } from '@/components/users/new-password-forms'
import { sendsMail } from '@/lib/core/mail'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('signIn.reset.title')

export default async function RequestResetPage({ searchParams }: { searchParams: Promise<Query> }) {
  const t = await getTranslations('signIn.reset')
  const isAsked = queryValue(await searchParams, 'done') === 'asked'

  return (
    <Door title={t('title')} lead={sendsMail ? t('lead') : t('leadWithoutMail')}>
      {isAsked && <Banner tone="success">{t('asked')}</Banner>}
      {sendsMail && !isAsked && (
        <Words of={['signIn']}>
          <RequestResetForm />
        </Words>
      )}
      <p className="text-sm">
        <Link href="/sign-in" prefetch={false} className="link underline underline-offset-2">
          {t('back')}
        </Link>
      </p>
    </Door>
  )
}
