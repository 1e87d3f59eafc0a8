import { AccountHead } from '@/components/account/account-head'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { requireActor } from '@/lib/access/session'
import { heldRecoveryCodes } from '@/lib/access/step-tickets'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('account.codes.recovery.title')

export default async function RecoveryPage() {
  const actor = await requireActor('/portal/account/codes/recovery')

  return (
    <>
      <AccountHead current="codes" />
      <RecoveryCodes codes={await heldRecoveryCodes(actor)} />
    </>
  )
}
