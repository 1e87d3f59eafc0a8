import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** How dates come into the plan: by a rule, from last year, or by asking those who would come. */
export async function Ways({ path, year }: { path: string; year: number }) {
  const [t, polls] = await Promise.all([getTranslations('plans'), getTranslations('polls.open')])
  return (
    <>
      <ButtonLink href={`${path}/copy?year=${year}`}>{t('copy.action')}</ButtonLink>
      <ButtonLink href={`${path}/poll`}>{polls('action')}</ButtonLink>
      <ButtonLink href={`${path}/series?year=${year}`} variant="primary">
        {t('series.action')}
      </ButtonLink>
    </>
  )
}
