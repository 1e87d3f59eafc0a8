import { type Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { InviteForm } from '@/components/users/invite-form'
import { requireActor } from '@/lib/access/session'
import { getOfficePlan } from '@/lib/users/office-queries'
import { canListUsers } from '@/lib/users/policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users.invite'))('title') }
}

/** `?enterprise=` names the enterprise whose page led here. */
export default async function InvitePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/users/new')
  if (!canListUsers(actor)) notFound()
  const t = await getTranslations('users')
  const plan = await getOfficePlan(actor, queryValue(await searchParams, 'enterprise'), t('municipalBureau'))
  if (!plan) notFound()

  return (
    <>
      <PageHeader
        title={t('invite.title')}
        crumbs={[{ href: '/portal/users', label: t('title') }]}
        note={t('invite.lead')}
      />
      <Words of={['users']}>
        <InviteForm plan={plan} today={actor.today} />
      </Words>
    </>
  )
}
