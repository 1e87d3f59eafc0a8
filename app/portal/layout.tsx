import { type ReactNode } from 'react'
import { AccountMenu } from '@/components/layout/account-menu'
import { Shell } from '@/components/layout/shell'
import { requireActor } from '@/lib/access/session'
import { isDemoPortal } from '@/lib/core/deployment'
import { bottomOf, menuOf } from './menu'

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [isDemo, menu, bottom] = await Promise.all([isDemoPortal(), menuOf(actor), bottomOf(actor)])

  return (
    <Shell
      menu={menu}
      bottom={bottom}
      isDemo={isDemo}
      account={<AccountMenu name={actor.name} hatLabel={actor.hatLabel} links={[]} />}
    >
      {children}
    </Shell>
  )
}
