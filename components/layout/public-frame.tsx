import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Appearance } from './appearance'
import { Mark } from './mark'
import { DemoLine } from './shell'

type Props = { isDemo: boolean; isSignedIn: boolean; children: ReactNode }

const links = ['alliances', 'announcements', 'notice', 'help'] as const
const small = ['accessibility', 'privacy'] as const

/** The frame of everything that needs no sign-in. */
export async function PublicFrame({ isDemo, isSignedIn, children }: Props) {
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
        </div>
      </footer>
    </div>
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
