import { AccountHead } from '@/components/account/account-head'
import { OneTimeCodes } from '@/components/account/one-time-codes'
import { queryValue, type Query } from '@/components/list/href'
import { currentVisit, requireActor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'
import { getCodeStanding } from '@/lib/users/code-queries'

export const generateMetadata = pageTitle('account.codes.title')

export default async function CodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/account/codes')
  const [standing, { codes }] = await Promise.all([getCodeStanding(actor), currentVisit()])
  const done = queryValue(await searchParams, 'done')

  return (
    <>
      <AccountHead current="codes" />
      <OneTimeCodes
        standing={standing}
        isRequired={codes !== 'FREE'}
        done={done === 'off' || done === 'kept' ? done : null}
      />
    </>
  )
}
