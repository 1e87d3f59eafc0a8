import { EndingCertificates } from '@/components/certificates/ending-certificates'
import type { Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { countEndingCertificates, listEndingCertificates } from '@/lib/certificates/ending-queries'
import { endingQuery } from '@/lib/certificates/schema'
import { listVisibleIds } from '@/lib/enterprises/list-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('certificates.ending.title')

export default async function EndingCertificatesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/certificates')
  const query = await searchParams
  const { within, cursor } = endingQuery.parse(query)
  const [page, counts] = await Promise.all([
    listEndingCertificates(actor, within, cursor),
    countEndingCertificates(actor),
  ])
  const opens = await listVisibleIds(
    actor,
    page.rows.map(({ enterpriseId }) => enterpriseId),
  )
  return (
    <EndingCertificates page={page} counts={counts} rung={within} query={query} today={actor.today} opens={opens} />
  )
}
