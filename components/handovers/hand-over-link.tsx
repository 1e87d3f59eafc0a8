import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

/** The way to hand over what a person owns in an office. */
export async function HandOverLink({ userId, office }: { userId: string; office: string }) {
  const t = await getTranslations('handovers.leave')
  return (
    <Link
      href={`/portal/users/${userId}/hand-over?office=${encodeURIComponent(office)}`}
      prefetch={false}
      className="link inline-flex min-h-6 items-center text-sm whitespace-nowrap pointer-coarse:min-h-9"
    >
      {t('action')}
    </Link>
  )
}
