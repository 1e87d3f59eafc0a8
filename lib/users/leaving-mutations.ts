import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'

type Leaver = { userId: string; /** Of one insurer; otherwise of all. */ insurerId?: string }

/**
 * Nothing is left without an owner: whoever coordinates an alliance, or has activities that are still to be held, hands
 * them over first (lib/handovers). Under the lock that a handover takes.
 */
export async function refuseWithOpenWork(
  tx: Tx,
  { userId, insurerId }: Leaver,
  { on, at }: { on: Day; at: Date },
): Promise<void> {
  const ofInsurer = insurerId ? { insurerId } : {}
  const posts = await tx.insurerAppointment.count({
    where: { AND: [{ coordinatorId: userId }, ofInsurer, { OR: [{ endsOn: null }, { endsOn: { gt: toDate(on) } }] }] },
  })
  const served = insurerId ? [insurerId] : await insurersOf(tx, userId, on)
  const activities = await tx.activity.count({
    where: {
      createdById: userId,
      insurerId: { in: served },
      OR: [{ state: 'DRAFT' }, { state: 'PUBLISHED', endsAt: { gt: at } }],
    },
  })
  refuseUnless(posts + activities === 0, 'USER_HAS_OPEN_WORK', { posts, activities })
}

/** The insurers for which somebody works on a day. */
async function insurersOf(tx: Tx, userId: string, on: Day): Promise<string[]> {
  const held = await tx.appointment.findMany({
    where: { userId, role: 'INSURER', OR: [{ endsOn: null }, { endsOn: { gt: toDate(on) } }] },
    select: { insurerId: true },
  })
  return held.flatMap(({ insurerId }) => insurerId ?? [])
}
