import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { allianceHue } from '@/components/ui/alliance-badge'
import { formatInstantOfYear } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'
import type { PublicAlliance } from '@/lib/alliances/queries'

/** The nine, three by three: how many there are in each, and when they meet next. */
export async function AllianceBoard({ alliances }: { alliances: PublicAlliance[] }) {
  const [t, locale] = await Promise.all([getTranslations('public.alliance'), getLocale()])
  return (
    <ul className="grid grid-cols-1 gap-2 sm:grid-cols-3">
      {alliances.map((alliance) => (
        <li key={alliance.slug} className="min-w-0">
          <Link
            href={`/alliances/${alliance.slug}`}
            prefetch={false}
            className="group flex h-full overflow-hidden rounded-md border bg-surface hover:border-primary"
          >
            <span
              aria-hidden
              className={`flex w-9 shrink-0 items-center justify-center text-sm leading-tight font-bold text-[#fff] [writing-mode:vertical-rl] ${allianceHue(alliance.order)}`}
            >
              {alliance.shortName}
            </span>
            <span className="flex min-w-0 flex-1 flex-col px-3 py-2 text-sm">
              <span className="text-base/6 font-bold group-hover:text-primary">{nameIn(locale, alliance)}</span>
              <span>{t('members', { count: alliance.members })}</span>
              <span className="text-muted">
                {alliance.nextActivityAt ? formatInstantOfYear(locale, alliance.nextActivityAt) : t('nextNone')}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
