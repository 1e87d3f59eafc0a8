import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import type { Settings } from '@/lib/settings/rules'
import { Appearance } from './appearance'
import { Mark } from './mark'
import { DemoLine } from './shell'

type Props = { isDemo: boolean; isSignedIn: boolean; facts: Settings['footer']; children: ReactNode }

const links = ['alliances', 'announcements', 'notice', 'help'] as const
const small = ['accessibility', 'privacy'] as const

/** The frame of everything that needs no sign-in. */
export async function PublicFrame({ isDemo, isSignedIn, facts, children }: Props) {
  const t = await getTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      {isDemo && <DemoLine text={t('demo')} />}
      <header className="no-print border-b bg-surface">
        <div className="mx-auto flex min-h-14 max-w-7xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <Link href="/" prefetch={false} className="flex min-h-11 items-center gap-2.5 text-primary">
            <Mark />
            <span className="font-bold text-ink">{t('shortName')}</span>
          </Link>
          <nav
            aria-label={t('mainMenu')}
            className="order-last -ml-3 flex w-full overflow-x-auto sm:order-none sm:w-auto"
          >
            {links.map((page) => (
              <PageLink key={page} page={page} label={t(`public.${page}`)} />
            ))}
          </nav>
          <div className="ml-auto flex items-center gap-2">
            <Appearance choices={['locale', 'theme', 'text-size', 'contrast']} />
            <ButtonLink href={isSignedIn ? '/portal' : '/sign-in'} variant="primary">
              {isSignedIn ? t('portal') : t('signIn')}
            </ButtonLink>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 outline-none sm:px-6">
        {children}
      </main>
      <footer className="no-print border-t bg-surface text-sm text-muted">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
          <p>{t('footer.about')}</p>
          <p>{t('footer.time')}</p>
          <nav aria-label={t('footer.label')} className="ml-auto flex">
            {small.map((page) => (
              <PageLink key={page} page={page} label={t(`public.${page}`)} />
            ))}
          </nav>
          <FooterFacts facts={facts} />
        </div>
      </footer>
    </div>
  )
}

/** What the administrator filled in, as text; what is empty is not there. */
async function FooterFacts({ facts }: { facts: Settings['footer'] }) {
  const t = await getTranslations('shell.footer')
  const { icp, publicSecurity, host, phone, email } = facts
  const said = [
    host && t('host', { host }),
    phone && t('phone', { phone }),
    email && t('email', { email }),
    icp,
    publicSecurity,
  ].filter((text) => text !== '')
  if (said.length === 0) return null
  return (
    <ul className="flex w-full flex-wrap gap-x-6 gap-y-1">
      {said.map((text) => (
        <li key={text} className="wrap-anywhere">
          {text}
        </li>
      ))}
    </ul>
  )
}

function PageLink({ page, label }: { page: string; label: string }) {
  return (
    <Link
      href={`/${page}`}
      prefetch={false}
      className="link flex min-h-9 items-center px-3 whitespace-nowrap pointer-coarse:min-h-(--target)"
    >
      {label}
    </Link>
  )
}
