import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/layout/words'
import { AcceptInvitationForm, FirstAdministratorForm } from '@/components/users/new-password-forms'
import { Door } from '@/components/users/door'
import { SpentLink } from '@/components/users/spent-link'
import { currentSettings } from '@/lib/settings/queries'
import { pageTitle } from '@/lib/text/page-title'
import { getLiveLink } from '@/lib/users/credential-queries'

export const generateMetadata = pageTitle('signIn.activate.title')

/** Looking uses nothing up: mail programs and scanners open links too. */
export default async function ActivatePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await getLiveLink(token, ['INVITATION', 'FIRST_ADMINISTRATOR'])
  if (!link) return <SpentLink />
  const [t, settings] = await Promise.all([getTranslations('signIn.activate'), currentSettings()])
  const { lengthMin } = settings.passwords

  if (!link.user)
    return (
      <Door title={t('firstTitle')} lead={t('firstLead')}>
        <Words of={['signIn']}>
          <FirstAdministratorForm token={token} lengthMin={lengthMin} />
        </Words>
      </Door>
    )
  const account = link.user.email ?? link.user.phone ?? ''
  return (
    <Door title={t('title')} lead={t('lead', { name: link.user.name, account })}>
      <Words of={['signIn']}>
        <AcceptInvitationForm token={token} lengthMin={lengthMin} />
      </Words>
    </Door>
  )
}
