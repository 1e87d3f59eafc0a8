import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignInCodeForm } from '@/components/account/code-forms'
import { Words } from '@/components/layout/words'
import { Door } from '@/components/users/door'
import { isSignedIn } from '@/lib/access/actor'
import { visitor } from '@/lib/access/session'
import { heldStep } from '@/lib/access/step-tickets'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('account.codes.step.title')

/** The second step of a sign-in, for whoever has proved the password within the last five minutes. */
export default async function SignInCodePage() {
  if (isSignedIn(await visitor())) redirect('/portal')
  const ticket = await heldStep()
  if (!ticket) redirect('/sign-in')
  const t = await getTranslations('account.codes.step')

  return (
    <Door title={t('title')} lead={t('lead')}>
      <Words of={['account']}>
        <SignInCodeForm ticket={ticket} />
      </Words>
      <p className="text-sm text-muted">{t('lost')}</p>
      <p className="text-sm">
        <Link href="/sign-in" prefetch={false} className="link underline underline-offset-2">
          {t('back')}
        </Link>
      </p>
    </Door>
  )
}
