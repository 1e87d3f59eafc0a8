import { notFound } from 'next/navigation'
import { HeldCertificates } from '@/components/certificates/held-certificates'
import { queryValue, type Query } from '@/components/list/href'
import { EnterprisePeople } from '@/components/mandates/enterprise-people'
import { isPortalAdministrator } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { listEnterpriseCertificates } from '@/lib/certificates/queries'
import { getMandatingEnterprise, listMandates } from '@/lib/enterprises/mandate-queries'
import { canGrantMandate } from '@/lib/enterprises/policy'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('enterprises.mandates.title')

type Props = { params: Promise<{ enterprise: string }>; searchParams: Promise<Query> }

export default async function EnterprisePeoplePage({ params, searchParams }: Props) {
  const [{ enterprise: id }, query] = await Promise.all([params, searchParams])
  const actor = await requireActor(`/portal/enterprises/${encodeURIComponent(id)}/people`)
  const enterprise = (await getMandatingEnterprise(actor, id)) ?? notFound()
  if (!canGrantMandate(actor, enterprise)) notFound()
  return (
    <>
      <EnterprisePeople
        enterprise={enterprise}
        mandates={await listMandates(actor, id)}
        today={actor.today}
        said={{ isKept: queryValue(query, 'done') === 'letter', problem: queryValue(query, 'problem') }}
        staffHref={`/portal/users/new${isPortalAdministrator(actor) ? `?enterprise=${id}` : ''}`}
      />
      <HeldCertificates
        title="ofEnterprise"
        certificates={await listEnterpriseCertificates(actor, id)}
        today={actor.today}
      />
    </>
  )
}
