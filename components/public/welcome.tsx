import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** What this is, and the way in. */
export async function Welcome({ isSignedIn }: { isSignedIn: boolean }) {
  const [t, shell] = await Promise.all([getTranslations('public.home'), getTranslations('shell')])
  return (
    <section className="flex flex-col items-start gap-2">
      <p className="text-sm text-muted">{shell('name')}</p>
      <h1 className="text-2xl text-balance sm:text-3xl">{t('title')}</h1>
      <p className="max-w-2xl">{t('lead')}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <ButtonLink href={isSignedIn ? '/portal' : '/sign-in'} variant="primary" size="large">
          {isSignedIn ? shell('portal') : t('signIn')}
        </ButtonLink>
        <ButtonLink href="/notice" size="large">
          {t('notice')}
        </ButtonLink>
      </div>
    </section>
  )
}
