import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { InviteForm } from '@/components/users/invite-form'
import { requireActor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'
import { getOfficePlan } from '@/lib/users/office-queries'
import { canListUsers } from '@/lib/users/policy'
import type { Office } from '@/lib/users/schema'

export const generateMetadata = pageTitle('users.invite.title')

/** `?enterprise=` or `?insurer=` names the office whose page led here. */
function officeAskedFor(query: Query): Office | undefined {
  const [enterprise, insurer] = [queryValue(query, 'enterprise'), queryValue(query, 'insurer')]
  if (enterprise !== undefined) return { role: 'ENTERPRISE', officeId: enterprise }
  return insurer === undefined ? undefined : { role: 'INSURER', officeId: insurer }
}

export default async function InvitePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/users/new')
  if (!canListUsers(actor)) notFound()
  const t = await getTranslations('users')
  const plan = await getOfficePlan(actor, officeAskedFor(await searchParams), t('municipalBureau'))
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
