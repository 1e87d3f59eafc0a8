import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'

type Morning = { tx: Tx; anchor: Day; at: Date; officerId: string }

const scopes = ['储罐区静电接地和紧急切断', '动火作业和承包商作业票', '可燃气体报警器和消防设施']

/** Whoever is still to inspect has somebody to go to; of the latest that were held something was found. */
export async function pairForInspections(morning: Morning): Promise<void> {
  const { tx, at } = morning
  const coming = await tx.activity.findMany({
    where: { kind: 'MUTUAL_INSPECTION', state: 'PUBLISHED', startsAt: { gt: at } },
    select: { id: true, hostAllianceId: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  for (const activity of coming) {
    const [first, second, third] = await membersOf(tx, activity.hostAllianceId, null)
    if (first && second) await pair(morning, activity.id, [first, second, 0])
    if (second && third) await pair(morning, activity.id, [second, third, 1])
  }
  await inspectedBefore(morning, 'coatings', 'member@demo.test')
  await inspectedBefore(morning, 'filling-station', 'station@demo.test')
}

type Member = { id: string; creditCode: string; userId: string }

/** Members for whom somebody speaks, one for each legal person, the demonstration account's before others. */
async function membersOf(tx: Tx, allianceId: string, email: string | null): Promise<Member[]> {
  const mandates = await tx.mandate.findMany({
    where: { validTo: null, enterprise: { memberships: { some: { allianceId, leftOn: null } } } },
    select: { userId: true, user: { select: { email: true } }, enterprise: { select: { id: true, creditCode: true } } },
    orderBy: [{ enterprise: { name: 'asc' } }, { id: 'asc' }],
  })
  const sorted = [
    ...mandates.filter(({ user }) => user.email === email),
    ...mandates.filter(({ user }) => user.email !== email),
  ]
  const persons = new Map<string, Member>()
  for (const { userId, enterprise } of sorted)
    if (!persons.has(enterprise.creditCode)) persons.set(enterprise.creditCode, { ...enterprise, userId })
  return [...persons.values()].slice(0, 3)
}

async function pair({ tx, at, officerId }: Morning, activityId: string, [from, to, scope]: [Member, Member, number]) {
  const { id } = await tx.inspectionPair.create({
    data: {
      activityId,
      inspectorId: from.id,
      inspectedId: to.id,
      scope: scopes[scope] ?? '',
      pairedById: officerId,
      pairedAt: at,
    },
    select: { id: true },
  })
  return id
}

/** The latest that was held in an alliance: the demonstration account was inspected, and went to inspect. */
async function inspectedBefore(morning: Morning, slug: string, email: string): Promise<void> {
  const { tx, anchor } = morning
  const held = await tx.activity.findFirst({
    where: { kind: 'MUTUAL_INSPECTION', state: { in: ['HELD', 'CLOSED'] }, hostAlliance: { slug } },
    select: { id: true, hostAllianceId: true, endsAt: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
  })
  if (!held) return
  const [own, other, third] = await membersOf(tx, held.hostAllianceId, email)
  if (!own || !other || !third) return
  const due = (days: number) => toDate(plusDays(anchor, days))
  const visit = { at: held.endsAt, recordedById: other.userId, answeredById: own.userId }
  const here = await pair(morning, held.id, [other, own, 0])
  await tx.inspectionFinding.createMany({ data: foundAt(here, visit, due) })
  const late = await tx.inspectionFinding.findMany({
    where: { pairId: here, state: 'FIXING', dueOn: { lt: due(-1) } },
    select: { id: true },
  })
  await tx.inspectionUrge.createMany({ data: late.map(({ id }) => ({ findingId: id, onDay: due(-1) })) })
  const there = await pair(morning, held.id, [own, third, 1])
  const back = { at: held.endsAt, recordedById: own.userId, answeredById: third.userId }
  await tx.inspectionFinding.createMany({ data: foundThere(there, back) })
}

type Visit = { at: Date; recordedById: string; answeredById: string }
type Rows = Prisma.InspectionFindingCreateManyInput[]

const answer = ({ at, answeredById }: Visit, measure: string) => ({ measure, answeredById, answeredAt: at })

const found = (pairId: string, position: number, { at, recordedById }: Visit) => ({
  pairId,
  position,
  recordedById,
  recordedAt: at,
})

/** One in each state, one of them late. */
const foundAt = (pairId: string, visit: Visit, due: (days: number) => Date): Rows => [
  {
    ...found(pairId, 0, visit),
    location: '装卸区 2 号鹤管',
    text: '静电接地报警器未与装卸泵联锁，断开接地后仍可启泵',
    severity: 'MAJOR',
    state: 'FIXING',
    dueOn: due(12),
    ...answer(visit, '已停用该鹤管，联锁改造方案报设计单位确认，改造前改用 3 号鹤管装卸。'),
  },
  {
    ...found(pairId, 1, visit),
    location: '危险化学品仓库',
    text: '一处可燃气体探测器防爆接线口未封堵',
    severity: 'GENERAL',
    state: 'FIXED',
    ...answer(visit, '已更换防爆接头并复测，检测记录由安全部存档。'),
  },
  {
    ...found(pairId, 2, visit),
    location: '动火作业现场',
    text: '作业票上气体分析时间早于动火时间 30 分钟以上，未重新分析',
    severity: 'GENERAL',
    state: 'FIXING',
    dueOn: due(-3),
    ...answer(visit, '修订动火作业票，并对作业负责人和监护人再培训。'),
  },
  { ...found(pairId, 3, visit), text: '消防泵房值班记录缺 2 天', severity: 'GENERAL' },
  {
    ...found(pairId, 4, visit),
    location: '中控室',
    text: '一台操作站的报警被长期屏蔽，没有审批记录',
    severity: 'GENERAL',
    state: 'CLOSED',
    ...answer(visit, '已恢复报警，屏蔽须经工艺和安全负责人审批。'),
    closedById: visit.recordedById,
    closedAt: visit.at,
  },
]

const foundThere = (pairId: string, visit: Visit): Rows => [
  {
    ...found(pairId, 0, visit),
    location: '罐区防火堤',
    text: '一处穿堤管道孔洞未封堵',
    severity: 'GENERAL',
    state: 'FIXED',
    ...answer(visit, '已用防火堵料封堵，并排查全部防火堤。'),
  },
  { ...found(pairId, 1, visit), location: '卸车区', text: '卸车时未放置轮挡', severity: 'GENERAL' },
]
