import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { HatChoice } from './hat-choice'

const shownMax = 5

type Props = { hats: { key: string; label: string }[]; wornKey: string | null }

/** In the account menu: the next few hats, and the page with all of them. Nothing where there is one only. */
export async function HatSwitcher({ hats, wornKey }: Props) {
  const others = hats.filter(({ key }) => key !== wornKey)
  if (others.length === 0) return null
  const t = await getTranslations('users.own')
  return (
    <div className="flex flex-col gap-1 border-t pt-2">
      <p className="text-muted">{t('otherHats')}</p>
      <div className="-mx-2">
        <HatChoice hats={others.slice(0, shownMax)} failedText={t('wearFailed')} />
      </div>
      {others.length > shownMax && (
        <Link
          href="/portal/hats"
          prefetch={false}
          className="link flex min-h-9 items-center px-2 pointer-coarse:min-h-(--target)"
        >
          {t('allHats', { count: hats.length })}
        </Link>
      )}
    </div>
  )
}
