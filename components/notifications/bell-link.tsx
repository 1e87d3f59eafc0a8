import { Bell } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { topBarButton } from '@/components/layout/appearance'

const shownMax = 99

/** The bell of the top bar: a link with a count. It shows what was so when the page was made. */
export async function BellLink({ count }: { count: number }) {
  const t = await getTranslations('notifications')
  return (
    <Link
      href="/portal/notifications"
      prefetch={false}
      aria-label={count > 0 ? t('bellUnread', { count: count > shownMax ? t('many') : String(count) }) : t('bell')}
      className={`relative ${topBarButton}`}
    >
      <Bell aria-hidden className="size-5" />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 left-1/2 min-w-4 rounded-full bg-danger px-1 text-center text-[0.6875rem]/4 font-bold text-danger-ink"
        >
          {count > shownMax ? t('many') : count}
        </span>
      )}
    </Link>
  )
}
