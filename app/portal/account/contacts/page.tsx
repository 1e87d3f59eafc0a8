import { notFound } from 'next/navigation'
import { AccountHead } from '@/components/account/account-head'
import { Contacts } from '@/components/account/contacts'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { sendsMail } from '@/lib/core/mail'
import { pageTitle } from '@/lib/text/page-title'
import { getOwnAccount } from '@/lib/users/own-queries'

export const generateMetadata = pageTitle('account.contacts.title')

export default async function ContactsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/account/contacts')
  const account = (await getOwnAccount(actor)) ?? notFound()
  const done = queryValue(await searchParams, 'done')

  return (
    <>
      <AccountHead current="contacts" />
      <Contacts account={account} sendsMail={sendsMail} done={done === 'asked' || done === 'phone' ? done : null} />
    </>
  )
}
