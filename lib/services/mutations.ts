import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Prisma } from '@/lib/core/prisma/client'
import { refuseUnless } from '@/lib/core/result'
import { isServed } from '@/lib/presence/counting-queries'
import type { ServedSubject } from './queries'

type By = { remark: string; userId: string; at: Date }

/**
 * Once, and for good: the record is confirmed by both sides and archived (AQ 9010). The insurer's side is the closing of
 * the activity, so there is nothing to confirm before; the write asks for both again.
 */
export async function confirmService(
  tx: Tx,
  subject: ServedSubject,
  { remark, userId, at }: By,
): Promise<Outcome<null>> {
  const { id, enterpriseId, title } = subject
  refuseUnless(subject.state === 'CLOSED', 'SERVICE_NOT_CLOSED')
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO service_confirmations (id, activity_id, enterprise_id, confirmed_by_id, confirmed_at, remark)
    SELECT gen_random_uuid(), a.id, ${enterpriseId}::uuid, ${userId}::uuid, ${at}, ${remark}
    FROM activities a
    WHERE a.id = ${id}::uuid AND a.state = 'CLOSED' AND EXISTS (
      SELECT FROM attendances t
      WHERE t.activity_id = a.id AND t.enterprise_id = ${enterpriseId}::uuid AND ${isServed})
    ON CONFLICT (activity_id, enterprise_id) DO NOTHING`)
  refuseUnless(count === 1, 'SERVICE_CONFIRMED')
  return {
    data: null,
    record: {
      subjectType: 'activity',
      subjectId: id,
      subjectLabel: title,
      changes: { serviceConfirmedAt: [null, at], ...(remark && { remark: [null, remark] }) },
    },
  }
}
