import { isSignedIn, type Actor } from '@/lib/access/actor'
import { scheduleActivity } from '@/lib/activities/mutations'
import { activitySubject } from '@/lib/activities/queries'
import { dayOf, fromLocal, plusDays } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { agreeToHost, askHost } from '@/lib/hosts/mutations'
import { hostSubject } from '@/lib/hosts/queries'

type Morning = { tx: Tx; at: Date; officer: Actor; insurer: Actor }

const rules = {
  meetingPoint: '一号门卫访客登记处',
  meetsMinutes: 20,
  protection: '安全帽由接待单位提供；请穿长袖长裤和防静电鞋，不得穿化纤衣物',
  forbidden: '禁止携带火种，手机不得带入防爆区；未经允许不得拍照',
  remarks: '访客车辆停放在厂区西侧停车场，由专人引导步行入厂',
  asksDocument: true,
  asksNumberPlate: true,
}

/** Every coming site visit has a member that receives it, and the paint alliance asks a member for one more. */
export async function findHosts({ tx, at, officer, insurer }: Morning): Promise<void> {
  const coming = await tx.activity.findMany({
    where: { kind: 'SITE_VISIT', state: 'PUBLISHED', startsAt: { gt: at } },
    select: { id: true, title: true, hostAllianceId: true, capacity: true, placesTaken: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  for (const { id, title, hostAllianceId, capacity, placesTaken } of coming) {
    const speaker = await speakerOf(tx, hostAllianceId, title)
    if (!speaker) continue
    const hostId = await ask({ tx, at, asker: officer }, id, speaker.enterpriseId)
    const host = await hostSubject(tx, officer, { id: hostId })
    if (!host) continue
    const input = { id: hostId, visitorsMax: capacity ?? Math.max(placesTaken, 30), ...rules }
    await agreeToHost(tx, { host, input, by: { userId: speaker.userId, at } })
  }
  await askMember({ tx, at, officer, insurer })
}

/** Whoever answers for the host: the calendar names a visit after it; where nobody speaks for that one, another member's. */
async function speakerOf(tx: Tx, allianceId: string, title: string) {
  const ofMembers = { memberships: { some: { allianceId, leftOn: null } } }
  const find = (enterprise: Prisma.EnterpriseWhereInput) =>
    tx.mandate.findFirst({
      where: { validTo: null, enterprise },
      select: { userId: true, enterpriseId: true },
      orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
    })
  return (await find({ ...ofMembers, name: title.replace('实地调研：', '') })) ?? find(ofMembers)
}

const message = '溶剂罐区的静电防护和承包商作业票的现场管理'

async function ask({ tx, at, asker }: { tx: Tx; at: Date; asker: Actor }, activityId: string, enterpriseId: string) {
  const activity = await activitySubject(tx, asker, { id: activityId })
  if (!activity || !isSignedIn(asker)) throw new RangeError(`nobody asks for ${activityId}`)
  const input = { activityId, enterpriseId, message }
  const { id } = await askHost(tx, { activity, input, by: { userId: asker.userId, at } })
  return id
}

/** A draft whose host has still to answer, for the demonstration account of a member. */
async function askMember({ tx, at, insurer }: Morning): Promise<void> {
  const [alliance, mandate] = await Promise.all([
    tx.alliance.findUniqueOrThrow({ where: { slug: 'coatings' }, select: { id: true } }),
    tx.mandate.findFirst({ where: { user: { email: 'member@demo.test' } }, select: { enterpriseId: true } }),
  ])
  if (!mandate || !isSignedIn(insurer)) return
  const day = plusDays(dayOf(at), 24)
  const { id } = await scheduleActivity(tx, {
    createdById: insurer.userId,
    at,
    input: {
      hostAllianceId: alliance.id,
      kind: 'SITE_VISIT',
      mode: 'ON_SITE',
      title: '实地调研：溶剂罐区静电防护',
      description: '现场查看溶剂罐区静电接地和人体静电释放装置，与班组交流承包商作业票的管理。',
      startsAt: fromLocal(`${day}T09:30`),
      endsAt: fromLocal(`${day}T11:30`),
      place: '接待单位厂区，集合地点见入厂须知',
      onlineUrl: '',
      capacity: 30,
      registrationOpensAt: null,
      registrationClosesAt: null,
      allianceIds: [],
      agenda: [],
    },
  })
  await ask({ tx, at, asker: insurer }, id, mandate.enterpriseId)
}
