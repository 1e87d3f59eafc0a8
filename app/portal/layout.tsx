import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { AccountMenu } from '@/components/layout/account-menu'
import { Shell } from '@/components/layout/shell'
import { SearchButton } from '@/components/search/search-button'
import { HatSwitcher } from '@/components/users/hat-switcher'
import { SignOutButton } from '@/components/users/sign-out-button'
import { currentVisit, requireActor } from '@/lib/access/session'
import { isDemoPortal } from '@/lib/core/deployment'
import { bottomOf, menuOf } from './menu'
import { searchWords } from './search/words'

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [t, { identity, wornKey }] = await Promise.all([getTranslations('users.own'), currentVisit()])
  const [isDemo, menu, bottom, words] = await Promise.all([
    isDemoPortal(),
    menuOf(actor),
    bottomOf(actor),
    searchWords(),
  ])

  return (
    <Shell
      menu={menu}
      bottom={bottom}
      isDemo={isDemo}
      search={<SearchButton words={words} />}
      account={
        <AccountMenu
          name={actor.name}
          hatLabel={actor.hatLabel}
          switcher={<HatSwitcher hats={identity?.hats ?? []} wornKey={wornKey} />}
          links={[{ href: '/portal/account', label: t('title') }]}
          signOut={<SignOutButton />}
        />
      }
    >
      {children}
    </Shell>
  )
}
