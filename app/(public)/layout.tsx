import { cookies } from 'next/headers'
import { type ReactNode } from 'react'
import { PublicFrame } from '@/components/layout/public-frame'
import { sessionCookie } from '@/lib/access/cookie'
import { isDemoPortal } from '@/lib/core/deployment'
import { currentSettings } from '@/lib/settings/queries'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  // First the request, then the database: a build has neither.
  const jar = await cookies()
  const [isDemo, settings] = await Promise.all([isDemoPortal(), currentSettings()])

  return (
    <PublicFrame isDemo={isDemo} isSignedIn={jar.has(sessionCookie)} facts={settings.footer}>
      {children}
    </PublicFrame>
  )
}
