import type { Actor } from '@/lib/access/actor'
import { canCloseActivity, entriesInSight } from '@/lib/activities/policy'
import type { Activity, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** The person, the enterprise's people, whoever runs or served the training, and the bureaus. */
export const visibleCertificates = (actor: Actor): Prisma.CertificateWhereInput => entriesInSight(actor)

/** Whoever closes a training vouches for who took part. */
export const canIssueCertificates = (actor: Actor, activity: HostedActivity): boolean =>
  canCloseActivity(actor, activity)
export const canRevokeCertificate = (actor: Actor, activity: HostedActivity): boolean =>
  canCloseActivity(actor, activity)
