import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Door } from './door'

/** What stands behind a link that was used, has expired or never was: one answer for all of them. */
export async function SpentLink() {
  const t = await getTranslations('signIn.spentLink')
  return (
    <Door title={t('title')} lead={t('text')}>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/reset">{t('reset')}</ButtonLink>
        <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
      </div>
    </Door>
  )
}
