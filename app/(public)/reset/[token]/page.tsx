import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/layout/words'
import { Door } from '@/components/users/door'
import { ResetPasswordForm } from '@/components/users/new-password-forms'
import { SpentLink } from '@/components/users/spent-link'
import { currentSettings } from '@/lib/settings/queries'
import { pageTitle } from '@/lib/text/page-title'
import { getLiveLink } from '@/lib/users/credential-queries'

export const generateMetadata = pageTitle('signIn.reset.newTitle')

/** Looking uses nothing up: mail programs and scanners open links too. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await getLiveLink(token, ['RESET'])
  if (!link?.user) return <SpentLink />
  const [t, settings] = await Promise.all([getTranslations('signIn.reset'), currentSettings()])
  const { lengthMin } = settings.passwords

  return (
    <Door title={t('newTitle')} lead={t('newLead', { name: link.user.name })}>
      <Words of={['signIn']}>
        <ResetPasswordForm token={token} lengthMin={lengthMin} />
      </Words>
    </Door>
  )
}
