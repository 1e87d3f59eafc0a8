import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { VisitorSubject } from './gate-queries'
import type { GiveGateDetailInput } from './schema'

/**
 * Keeps what the gate asks of one visitor, and nothing that it does not ask. Only once the place is theirs (register now,
 * tell the gate after): the write itself holds the place and the host's agreement. May be corrected until the visit is over.
 * @returns whether anything changed
 */
export async function giveGateDetail(
  tx: Tx,
  { visitor, input, at }: { visitor: VisitorSubject; input: GiveGateDetailInput; at: Date },
): Promise<boolean> {
  const rules = visitor.activity.visitHosts[0]
  refuseUnless(rules !== undefined && visitor.userId !== null, 'NOTHING_FOR_THE_GATE')
  if (rules.asksDocument && input.document === null) throw new Refusal('INVALID', { document: 'REQUIRED' })
  const document = rules.asksDocument ? input.document : null
  const numberPlate = rules.asksNumberPlate ? input.numberPlate : ''
  const before = await tx.gateDetail.findUnique({
    where: { activityId_userId: { activityId: visitor.activity.id, userId: visitor.userId } },
    select: { document: true, numberPlate: true },
  })
  if (before?.document === document && before.numberPlate === numberPlate) return false
  const kept = await tx.$executeRaw`
    INSERT INTO gate_details (activity_id, user_id, document, number_plate, given_at)
    SELECT r.activity_id, r.user_id, ${document}::"GateDocument", ${numberPlate}, ${at}
    FROM registrations r JOIN activities a ON a.id = r.activity_id
    WHERE r.id = ${visitor.id}::uuid AND r.user_id = ${visitor.userId}::uuid
      AND r.state = 'PLACED' AND r.offered_until IS NULL AND a.state IN ('PUBLISHED', 'HELD') AND a.ends_at > ${at}
      AND EXISTS (SELECT FROM visit_hosts h WHERE h.activity_id = a.id AND h.state = 'AGREED')
    ON CONFLICT (activity_id, user_id) DO UPDATE
      SET document = excluded.document, number_plate = excluded.number_plate, given_at = excluded.given_at`
  refuseUnless(kept === 1, 'NOTHING_FOR_THE_GATE')
  return true
}
