import { getTranslations } from 'next-intl/server'
import { ConfirmMailForm } from '@/components/account/contact-forms'
import { Words } from '@/components/layout/words'
import { Door } from '@/components/users/door'
import { SpentLink } from '@/components/users/spent-link'
import { pageTitle } from '@/lib/text/page-title'
import { getLiveLink } from '@/lib/users/credential-queries'

export const generateMetadata = pageTitle('account.contacts.confirmTitle')

/** Looking uses nothing up: mail programs and scanners open links too. */
export default async function ConfirmMailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await getLiveLink(token, ['CONTACT'])
  if (!link?.user || !link.email) return <SpentLink />
  const t = await getTranslations('account.contacts')

  return (
    <Door title={t('confirmTitle')} lead={t('confirmLead', { email: link.email, name: link.user.name })}>
      <Words of={['account']}>
        <ConfirmMailForm token={token} />
      </Words>
    </Door>
  )
}
