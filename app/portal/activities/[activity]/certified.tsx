import { CertificatePanel } from '@/components/certificates/certificate-panel'
import { seesOwnOnly, type Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { canIssueCertificates } from '@/lib/certificates/policy'
import { countWithoutCertificate, listCertificates } from '@/lib/certificates/queries'
import { hasCertificates } from '@/lib/certificates/rules'

const shown = 5

/** The certificates of a training that is closed: the first few, and how many wait to be issued. */
export async function Certified({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (!hasCertificates(activity)) return null
  const [certificates, waiting] = await Promise.all([
    listCertificates(actor, activity.id, { take: shown }),
    canIssueCertificates(actor, activity) ? countWithoutCertificate(actor, activity.id) : null,
  ])
  return (
    <CertificatePanel
      activityId={activity.id}
      certificates={certificates}
      waiting={waiting?.waiting ?? 0}
      today={actor.today}
      isMember={seesOwnOnly(actor)}
    />
  )
}
