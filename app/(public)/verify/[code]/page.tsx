import { VerifiedCertificate } from '@/components/certificates/verified-certificate'
import { visitor } from '@/lib/access/session'
import { verifyCertificate } from '@/lib/certificates/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('certificates.verifying.title')

export default async function VerifyPage({ params }: { params: Promise<{ code: string }> }) {
  const [actor, { code }] = await Promise.all([visitor(), params])
  return <VerifiedCertificate certificate={await verifyCertificate(actor, code)} today={actor.today} />
}
