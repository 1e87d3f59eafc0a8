import { isSignedIn, type Actor } from '@/lib/access/actor'
import { publishActivity, scheduleActivity } from '@/lib/activities/mutations'
import { activitySubject } from '@/lib/activities/queries'
import { dayOf, fromLocal, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { bookSlot, offerSlot } from '@/lib/slots/mutations'
import { slotSubject } from '@/lib/slots/queries'

type Morning = { tx: Tx; at: Date; insurer: Actor }

const topics = ['溶剂罐区静电防护改造', '承包商作业票的现场核查', '树脂反应釜的联锁管理']

/** Members of the paint alliance receive others in three weeks; one of them is the demonstration account's. */
export async function offerSlots({ tx, at, insurer }: Morning): Promise<void> {
  const activity = await planVisit({ tx, at, insurer })
  if (!activity) return
  const mandates = await tx.mandate.findMany({
    where: {
      validTo: null,
      enterprise: { memberships: { some: { allianceId: activity.hostAllianceId, leftOn: null } } },
    },
    select: { userId: true, user: { select: { email: true } }, enterprise: { select: { id: true, name: true } } },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  const own = mandates.find(({ user }) => user.email === 'member@demo.test')
  const others = mandates.filter(
    ({ enterprise }, index) =>
      enterprise.id !== own?.enterprise.id &&
      mandates.findIndex((one) => one.enterprise.id === enterprise.id) === index,
  )
  const [guest, ...hosts] = [...others.slice(0, 1), ...(own ? [own] : []), ...others.slice(1, 3)]
  if (!guest) return
  for (const [index, { userId, enterprise }] of hosts.entries()) {
    const day = plusDays(dayOf(activity.startsAt), index)
    const input = {
      activityId: activity.id,
      topic: topics[index] ?? '',
      startsAt: fromLocal(`${day}T09:30`),
      endsAt: fromLocal(`${day}T11:30`),
      place: `${enterprise.name}门卫集合`,
      seats: 12,
    }
    const id = await offerSlot(tx, { activity, input, by: { enterpriseId: enterprise.id, userId, at } })
    const slot = index < 2 ? await slotSubject(tx, insurer, { id }) : null
    const by = { enterpriseId: guest.enterprise.id, userId: guest.userId, at }
    if (slot) await bookSlot(tx, { slot, seats: 2 + index, by, name: guest.enterprise.name })
  }
}

/** An exchange visit that lasts several days, so that each host may choose its own. */
async function planVisit({ tx, at, insurer }: Morning) {
  if (!isSignedIn(insurer)) return null
  const alliance = await tx.alliance.findUniqueOrThrow({ where: { slug: 'coatings' }, select: { id: true } })
  const first = mondayFrom(plusDays(dayOf(at), 18))
  const { id } = await scheduleActivity(tx, {
    createdById: insurer.userId,
    at,
    input: {
      hostAllianceId: alliance.id,
      kind: 'EXCHANGE_VISIT',
      mode: 'ON_SITE',
      title: '交流互学周：走进成员单位',
      description: '成员单位开放交流场次，其他成员按需预约，现场交流改造和管理做法。',
      startsAt: fromLocal(`${first}T09:00`),
      endsAt: fromLocal(`${plusDays(first, 3)}T17:00`),
      place: '各接待单位，见交流场次',
      onlineUrl: '',
      capacity: null,
      registrationOpensAt: null,
      registrationClosesAt: null,
      allianceIds: [],
      agenda: [],
    },
  })
  const draft = await activitySubject(tx, insurer, { id })
  if (draft) await publishActivity(tx, { activity: draft, at })
  return activitySubject(tx, insurer, { id })
}

const mondayFrom = (day: Day): Day => (toDate(day).getUTCDay() === 1 ? day : mondayFrom(plusDays(day, 1)))
