import { fromLocal, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'

type Morning = { tx: Tx; anchor: Day; officerId: string }

/** Names as a meeting service gives them that mean nobody of the roll by themselves. */
const unclear = ['会议室大屏', 'iPhone 用户']

/**
 * Yesterday's discussion of the petrochemical alliance was also joined from afar: the list of the meeting service is read
 * in and waits for somebody to say whom its names mean.
 */
export async function importOnlineList({ tx, anchor, officerId }: Morning): Promise<void> {
  const held = await tx.activity.findFirst({
    where: { kind: 'DISCUSSION', state: 'HELD', hostAlliance: { slug: 'petrochemical' } },
    select: { id: true, hostAllianceId: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
  })
  if (!held) return
  const { id, startsAt, endsAt } = held
  await tx.activity.update({
    where: { id },
    data: { mode: 'MIXED', onlineUrl: 'https://meeting.example.cn/368402715' },
  })
  const member = { memberships: { some: { allianceId: held.hostAllianceId, leftOn: null } } }
  const remote = await tx.user.findMany({
    where: {
      disabledAt: null,
      mandates: { some: { validTo: null, enterprise: member } },
      attendances: { none: { activityId: id } },
    },
    select: { name: true },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
    take: 6,
  })
  const names = [...remote.map(({ name }) => name), ...unclear]
  const minutesAfter = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000)
  const planned = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
  await tx.roster.create({
    data: {
      activityId: id,
      fileName: '腾讯会议_参会成员.csv',
      sha256: 'c5a1'.repeat(16),
      unread: [{ number: 11, text: '（未显示昵称）' }],
      importedById: officerId,
      importedAt: fromLocal(`${anchor}T08:10`),
      lines: {
        create: names.map((name, index) => {
          const minutes = index % 3 === 2 ? Math.round(planned / 3) : planned - 4 - index
          return {
            position: index + 1,
            name,
            joinedAt: minutesAfter(index),
            leftAt: minutesAfter(index + minutes),
            minutes,
            sittings: index % 3 === 1 ? 2 : 1,
          }
        }),
      },
    },
  })
}
