import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { UserDetail } from '@/components/users/user-detail'
import { isPortalAdministrator } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { whichEnterprises } from '@/lib/enterprises/queries'
import { pageTitle } from '@/lib/text/page-title'
import { getOfficePlan } from '@/lib/users/office-queries'
import * as policy from '@/lib/users/policy'
import { getUser } from '@/lib/users/queries'

export const generateMetadata = pageTitle('users.title')

export default async function UserPage({ params }: { params: Promise<{ user: string }> }) {
  const { user: id } = await params
  const actor = await requireActor(`/portal/users/${encodeURIComponent(id)}`)
  if (!policy.canListUsers(actor)) notFound()
  const user = (await getUser(actor, id)) ?? notFound()
  const t = await getTranslations('users')
  const openEnterprises = await whichEnterprises(
    actor,
    user.mandates.map(({ enterpriseId }) => enterpriseId),
  )
  const ongoing = user.appointments.filter(({ hasEnded }) => !hasEnded)

  return (
    <UserDetail
      user={user}
      today={actor.today}
      plan={await getOfficePlan(actor, undefined, t('municipalBureau'))}
      can={{
        disable: policy.canDisableUser(actor, user),
        enable: policy.canEnableUser(actor, user),
        rename: policy.canRenameUser(actor, user),
        issueLink: policy.canIssueLink(actor, user),
        end: ongoing.filter(({ office }) => policy.canAppointTo(actor, office)).map((appointment) => appointment.id),
        leave: user.mandates
          .filter(({ validTo }) => validTo === null || validTo >= actor.today)
          .map(({ enterpriseId }) => enterpriseId)
          .filter((officeId) => policy.canAppointTo(actor, { role: 'ENTERPRISE', officeId })),
        readTrail: isPortalAdministrator(actor),
        openEnterprises,
      }}
    />
  )
}
