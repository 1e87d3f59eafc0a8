import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import { worldNow, type World } from '../support/world'

/** Two dates in December, answered until the end of November. */
export const wish = (world: World) => ({
  allianceId: world.alliances.coatings,
  kind: 'EXCHANGE_MEETING' as const,
  title: '四季度交流会',
  note: '',
  place: '漕泾镇会议中心',
  closesOn: '2026-11-30',
  dates: [
    { day: '2026-12-09', from: '14:00', to: '16:00' },
    { day: '2026-12-10', from: '09:00', to: '11:00' },
  ],
})

let made = 0

export type MadePoll = { id: string; dates: { id: string }[] }

/** An open poll of coatings as it lies in the table. */
export async function makePoll(world: World): Promise<MadePoll> {
  made += 1
  const title = `第${made}次征集`
  const dates = [9, 10].map((day) => ({
    startsAt: new Date(`2026-12-${String(day).padStart(2, '0')}T06:00:00Z`),
    endsAt: new Date(`2026-12-${String(day).padStart(2, '0')}T08:00:00Z`),
  }))
  return db.datePoll.create({
    data: {
      allianceId: world.alliances.coatings,
      kind: 'EXCHANGE_MEETING',
      title,
      openTitle: title,
      place: '漕泾镇会议中心',
      closesOn: toDate('2026-11-30'),
      createdById: world.people.coordinator.userId,
      createdAt: worldNow,
      dates: { create: dates },
    },
    select: { id: true, dates: { select: { id: true }, orderBy: { startsAt: 'asc' } } },
  })
}
