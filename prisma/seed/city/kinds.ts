import type { Tx } from '@/lib/core/db'

const questions: readonly (readonly [question: string, outcome: string])[] = [
  [
    '承包商作业票现场核查由谁负责、核查到什么程度？',
    '属地班组到场核查并签字，特殊作业由安全管理人员复核；核查内容以作业现场条件为准，不以票面代替。',
  ],
  [
    '静电跨接和人体静电释放装置多久检查一次，记录留在哪里？',
    '跨接每季度测一次电阻，人体静电释放装置每班点检；记录留在装置现场，检测报告由安全部存档。',
  ],
]

const themes = ['投料口氮气保护改造的经过和费用', '检维修作业的“一票一策”']

/** Discussions that were held have their question and what came of it; a coming sharing of experience has who shares. */
export async function fillOwnFields({ tx, at, officerId }: { tx: Tx; at: Date; officerId: string }): Promise<void> {
  const discussions = await tx.activity.findMany({
    where: { kind: 'DISCUSSION', state: { in: ['HELD', 'CLOSED'] } },
    select: { id: true },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: questions.length,
  })
  await tx.activityDiscussion.createMany({
    data: discussions.map(({ id }, index) => ({
      activityId: id,
      question: questions[index]?.[0] ?? '',
      outcome: questions[index]?.[1] ?? '',
      writtenById: officerId,
    })),
  })
  const sharing = await tx.activity.findFirst({
    where: { kind: 'EXPERIENCE_SHARING', state: 'PUBLISHED', startsAt: { gt: at } },
    select: { id: true, hostAllianceId: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  if (!sharing) return
  const firms = await tx.enterprise.findMany({
    where: { memberships: { some: { allianceId: sharing.hostAllianceId, leftOn: null } } },
    select: { id: true },
    orderBy: { name: 'asc' },
    take: themes.length,
  })
  await tx.activitySpeaker.createMany({
    data: firms.map(({ id }, index) => ({
      activityId: sharing.id,
      enterpriseId: id,
      theme: themes[index] ?? '',
      namedById: officerId,
      namedAt: at,
    })),
  })
}
