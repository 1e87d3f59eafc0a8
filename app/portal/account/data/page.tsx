import { notFound } from 'next/navigation'
import { AccountHead } from '@/components/account/account-head'
import { OwnData } from '@/components/account/own-data'
import { requireActor } from '@/lib/access/session'
import { currentSettings } from '@/lib/settings/queries'
import { pageTitle } from '@/lib/text/page-title'
import { getOwnData } from '@/lib/users/data-queries'

export const generateMetadata = pageTitle('account.data.title')

export default async function OwnDataPage() {
  const actor = await requireActor('/portal/account/data')
  const [data, settings] = await Promise.all([getOwnData(actor), currentSettings()])
  if (!data) notFound()

  return (
    <>
      <AccountHead current="data" />
      <OwnData data={data} retention={settings.retention} />
    </>
  )
}
