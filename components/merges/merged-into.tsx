import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'

/** Where to look instead; without a link for whoever does not read that entry. */
export async function MergedInto({ into: { id, name } }: { into: { id: string; name: string | null } }) {
  const t = await getTranslations('merges')
  return (
    <Banner tone="warning">
      {name === null ? (
        t('into')
      ) : (
        <>
          {t('intoNamed')}{' '}
          <Link href={`/portal/enterprises/${id}`} prefetch={false} className="link">
            {name}
          </Link>
          {t('forReference')}
        </>
      )}
    </Banner>
  )
}
