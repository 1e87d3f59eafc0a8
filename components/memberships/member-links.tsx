import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** The way to one more member. */
export async function AdmitLink({ slug }: { slug: string }) {
  const t = await getTranslations('memberships.members')
  return (
    <ButtonLink href={`/portal/alliances/${slug}/members/admit`} variant="primary">
      {t('admit')}
    </ButtonLink>
  )
}

/** The registry narrowed to the alliance, where many are worked on at once; and the way to one more member. */
export async function ManageMembersLinks({ slug }: { slug: string }) {
  const t = await getTranslations('memberships.members')
  return (
    <>
      <ButtonLink href={`/portal/enterprises?alliance=${slug}`}>{t('workInBulk')}</ButtonLink>
      <AdmitLink slug={slug} />
    </>
  )
}
