import type { Actor } from '@/lib/access/actor'
import { activitySubject } from '@/lib/activities/queries'
import { dayOf, fromLocal, plusDays } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { bookSlot, offerSlot } from '@/lib/slots/mutations'
import { slotSubject } from '@/lib/slots/queries'

type Morning = { tx: Tx; at: Date; officer: Actor }

const topics = ['储罐区雷电防护改造', '承包商作业票的现场核查']

/** The next exchange visit has two members that receive others, and one that comes. */
export async function offerSlots({ tx, at, officer }: Morning): Promise<void> {
  const next = await tx.activity.findFirst({
    where: { kind: 'EXCHANGE_VISIT', state: 'PUBLISHED', startsAt: { gt: at } },
    select: { id: true, startsAt: true, hostAllianceId: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  if (!next) return
  // Hosts receive on several days, so the visit lasts them.
  const endsAt = fromLocal(`${plusDays(dayOf(next.startsAt), 3)}T17:00`)
  await tx.activity.update({ where: { id: next.id }, data: { endsAt } })
  const activity = await activitySubject(tx, officer, { id: next.id })
  const firms = await tx.enterprise.findMany({
    where: {
      memberships: { some: { allianceId: next.hostAllianceId, leftOn: null } },
      mandates: { some: { validTo: null } },
    },
    select: { id: true, name: true, mandates: { select: { userId: true }, orderBy: { id: 'asc' }, take: 1 } },
    orderBy: { name: 'asc' },
    take: 3,
  })
  const [guest, ...hosts] = firms
  if (!activity || !guest) return
  for (const [index, host] of hosts.entries()) {
    const day = plusDays(dayOf(next.startsAt), index + 1)
    const by = { enterpriseId: host.id, userId: host.mandates[0]?.userId ?? '', at }
    const input = {
      activityId: next.id,
      topic: topics[index] ?? '',
      startsAt: fromLocal(`${day}T09:00`),
      endsAt: fromLocal(`${day}T11:00`),
      place: `${host.name}门卫集合`,
      seats: 12,
    }
    const id = await offerSlot(tx, { activity, input, by })
    const slot = index === 0 ? await slotSubject(tx, officer, { id }) : null
    const coming = { enterpriseId: guest.id, userId: guest.mandates[0]?.userId ?? '', at }
    if (slot) await bookSlot(tx, { slot, seats: 2, by: coming, name: guest.name })
  }
}
