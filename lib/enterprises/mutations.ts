import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import type { PhoneSubject } from './queries'
import type { ContactPerson } from './schema'

/** Gives a telephone in full and writes into the access log who looked. Nothing changes, so the audit trail is silent. */
export async function unmaskPhone(
  tx: Tx,
  actor: Actor,
  enterprise: PhoneSubject,
  person: ContactPerson,
): Promise<Outcome<{ phone: string }>> {
  const phone = person === 'PRINCIPAL' ? enterprise.principalPhone : enterprise.safetyLeadPhone
  if (!phone) throw new Refusal('PHONE_NOT_KEPT')
  await recordAccess(tx, actor, {
    kind: 'UNMASK_PHONE',
    subjectType: 'enterprise',
    subjectId: enterprise.id,
    detail: { enterprise: enterprise.name, person },
  })
  return { data: { phone }, record: null }
}
