import { notFound } from 'next/navigation'
import { AccountHead } from '@/components/account/account-head'
import { HeldCertificates } from '@/components/certificates/held-certificates'
import { queryValue, type Query } from '@/components/list/href'
import { OwnAccount } from '@/components/users/own-account'
import { currentVisit, requireActor } from '@/lib/access/session'
import { listOwnCertificates } from '@/lib/certificates/queries'
import { currentSettings } from '@/lib/settings/queries'
import { pageTitle } from '@/lib/text/page-title'
import { getOwnAccount, listOwnSessions } from '@/lib/users/own-queries'
import { toOwnNotice } from '@/lib/users/rules'

export const generateMetadata = pageTitle('users.own.title')

export default async function AccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/account')
  const [account, sessions, { identity }, query, settings, certificates] = await Promise.all([
    getOwnAccount(actor),
    listOwnSessions(actor),
    currentVisit(),
    searchParams,
    currentSettings(),
    listOwnCertificates(actor),
  ])
  if (!account) notFound()

  return (
    <>
      <AccountHead current="about" />
      <OwnAccount
        account={account}
        hatLabel={actor.hatLabel}
        hatCount={identity?.hats.length ?? 0}
        sessions={sessions}
        lengthMin={settings.passwords.lengthMin}
        notice={toOwnNotice(queryValue(query, 'done'))}
      />
      <HeldCertificates title="own" certificates={certificates} today={actor.today} />
    </>
  )
}
