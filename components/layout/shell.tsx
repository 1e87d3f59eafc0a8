import { Menu } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Suspense, type ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Toaster } from '@/components/ui/toast'
import { Appearance, topBarButton } from './appearance'
import { Mark } from './mark'
import { BottomBar, MenuLinks, type MenuGroup, type MenuItem } from './menu-links'
import { NavigationProgress } from './navigation-progress'

type Props = {
  menu: MenuGroup[]
  /** The bottom bar of a phone, for enterprises. */
  bottom?: MenuItem[]
  isDemo: boolean
  search?: ReactNode
  bell?: ReactNode
  account: ReactNode
  children: ReactNode
}

/** The one frame of the portal: top bar, grouped menu on the left, content. */
export async function Shell({ menu, bottom = [], isDemo, search, bell, account, children }: Props) {
  const [t, common] = await Promise.all([getTranslations('shell'), getTranslations('common')])
  return (
    <div className="min-h-dvh text-sm">
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      <Suspense>
        <NavigationProgress label={common('loading')} />
      </Suspense>
      <header className="no-print sticky top-0 z-30 flex min-h-12 items-center gap-1 border-b bg-surface px-2 sm:px-4">
        <Disclosure
          label={t('menu')}
          className="lg:hidden"
          summaryClass={topBarButton}
          summary={<Menu aria-hidden className="size-5" />}
        >
          <nav
            aria-label={t('mainMenu')}
            className="absolute inset-x-0 top-full max-h-[calc(100dvh-3rem)] overflow-auto border-b border-input bg-surface p-3"
          >
            <MenuLinks groups={menu} />
          </nav>
        </Disclosure>
        <Link href="/portal" prefetch={false} className="flex min-h-9 items-center gap-2 text-primary">
          <Mark />
          <span className="text-base font-bold text-ink max-sm:sr-only">{t('shortName')}</span>
        </Link>
        <div className="flex flex-1 items-center justify-end gap-1">
          {search}
          {bell}
          <Appearance choices={['locale', 'theme', 'text-size', 'contrast', 'density']} />
          {account}
        </div>
      </header>
      {isDemo && <DemoLine text={t('demo')} />}
      <div className="flex">
        <nav
          aria-label={t('mainMenu')}
          className="no-print sticky top-12 hidden h-[calc(100dvh-3rem)] w-52 shrink-0 overflow-auto border-r bg-surface p-3 lg:block"
        >
          <MenuLinks groups={menu} />
        </nav>
        <main
          id="content"
          tabIndex={-1}
          className={`flex min-w-0 flex-1 flex-col gap-5 p-4 outline-none sm:p-6 print:p-0 ${bottom.length > 0 ? 'max-lg:pb-24' : ''}`}
        >
          {children}
        </main>
      </div>
      {bottom.length > 0 && <BottomBar items={bottom} label={t('bottomMenu')} />}
      <Toaster closeLabel={common('close')} />
    </div>
  )
}

/** A demonstration says so on every page. */
export const DemoLine = ({ text }: { text: string }) => (
  <p className="bg-warning-soft px-4 py-1 text-center text-xs text-warning">{text}</p>
)
