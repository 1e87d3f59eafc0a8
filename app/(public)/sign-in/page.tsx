import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Banner } from '@/components/layout/banner'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { Door } from '@/components/users/door'
import { SignInForm } from '@/components/users/sign-in-form'
import { isSignedIn } from '@/lib/access/actor'
import { returnPath } from '@/lib/access/origin'
import { visitor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'
import { toNotice } from '@/lib/users/rules'

export const generateMetadata = pageTitle('signIn.title')

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const next = returnPath(queryValue(query, 'next') ?? queryValue(query, 'callbackUrl'), '/portal')
  if (isSignedIn(await visitor())) redirect(next)
  const t = await getTranslations('signIn')
  const notice = toNotice(queryValue(query, 'done') ?? queryValue(query, 'error'))

  return (
    <Door title={t('title')} lead={t('lead')}>
      {notice && <Banner tone={notice.tone}>{t(`notice.${notice.key}`)}</Banner>}
      <Words of={['signIn']}>
        <SignInForm next={next} />
      </Words>
      <p className="text-sm">
        <Link href="/reset" prefetch={false} className="link underline underline-offset-2">
          {t('forgotten')}
        </Link>
      </p>
      <p className="border-t pt-4 text-sm text-muted">{t('invitedOnly')}</p>
    </Door>
  )
}
