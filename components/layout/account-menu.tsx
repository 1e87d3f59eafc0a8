import { CircleUserRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { topBarButton, topBarPanel } from './appearance'

type Props = {
  name: string
  /** The hat that is worn, in words. */
  hatLabel: string
  /** A way to change it, where there are several. */
  switcher?: ReactNode
  links: { href: string; label: string }[]
  signOut?: ReactNode
}

/** Who one is here, and under which hat. */
export async function AccountMenu({ name, hatLabel, switcher, links, signOut }: Props) {
  const t = await getTranslations('shell')
  return (
    <Disclosure
      label={t('account')}
      summaryClass={topBarButton}
      summary={
        <>
          <CircleUserRound aria-hidden className="size-5 shrink-0" />
          <span className="hidden max-w-56 truncate md:inline">
            {name} · {hatLabel}
          </span>
        </>
      }
    >
      <div className={`flex flex-col gap-3 ${topBarPanel}`}>
        <div>
          <p className="text-base font-bold">{name}</p>
          <p className="text-muted">{hatLabel}</p>
        </div>
        {switcher}
        <ul className="border-t pt-2">
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                className="link flex min-h-9 items-center pointer-coarse:min-h-(--target)"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
        {signOut}
      </div>
    </Disclosure>
  )
}
