import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { AccountMenu } from '@/components/layout/account-menu'
import { Shell } from '@/components/layout/shell'
import { BellLink } from '@/components/notifications/bell-link'
import { SearchButton } from '@/components/search/search-button'
import { HatSwitcher } from '@/components/users/hat-switcher'
import { SignOutButton } from '@/components/users/sign-out-button'
import { currentVisit, requireSignedIn } from '@/lib/access/session'
import { isDemoPortal } from '@/lib/core/deployment'
import { countUnread } from '@/lib/notifications/queries'
import { bottomOf, menuOf } from './menu'
import { searchWords } from './search/words'

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireSignedIn()
  const [t, tasks, { identity, wornKey }] = await Promise.all([
    getTranslations('users.own'),
    getTranslations('tasks'),
    currentVisit(),
  ])
  const [isDemo, menu, bottom, words, unread] = await Promise.all([
    isDemoPortal(),
    menuOf(actor),
    bottomOf(actor),
    searchWords(),
    countUnread(actor),
  ])

  return (
    <Shell
      menu={menu}
      bottom={bottom}
      isDemo={isDemo}
      bell={<BellLink count={unread} />}
      search={<SearchButton words={words} />}
      account={
        <AccountMenu
          name={actor.name}
          hatLabel={actor.hatLabel}
          switcher={<HatSwitcher hats={identity?.hats ?? []} wornKey={wornKey} />}
          links={[
            { href: '/portal/account', label: t('title') },
            { href: '/portal/tasks', label: tasks('title') },
          ]}
          signOut={<SignOutButton />}
        />
      }
    >
      {children}
    </Shell>
  )
}
