import { getTranslations } from 'next-intl/server'
import Link from 'next/link'

/** How many of those whom one follows have not come: one quiet line, and nothing once all have. */
export async function NotCome({ count }: { count: number }) {
  if (count === 0) return null
  const t = await getTranslations('activations.home')
  return (
    <Link className="link" prefetch={false} href="/portal/activations">
      {t('notCome', { count: String(count) })}
    </Link>
  )
}
