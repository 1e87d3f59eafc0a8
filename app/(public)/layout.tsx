import { cookies } from 'next/headers'
import { type ReactNode } from 'react'
import { PublicFrame } from '@/components/layout/public-frame'
import { sessionCookie } from '@/lib/access/cookie'
import { isDemoPortal } from '@/lib/core/deployment'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  // First the request, then the database: a build has neither.
  const jar = await cookies()
  const isDemo = await isDemoPortal()

  return (
    <PublicFrame isDemo={isDemo} isSignedIn={jar.has(sessionCookie)}>
      {children}
    </PublicFrame>
  )
}
