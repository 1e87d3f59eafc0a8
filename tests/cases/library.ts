import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { worldNow, type World } from '../support/world'

export const caseFields = {
  title: '苯罐闪爆',
  happenedOn: '2018-05-12',
  place: '上海化学工业区',
  happened: '罐内作业时闪爆',
  causes: '残留物料',
  lessons: '连续检测',
  source: '',
}

export const asked = ['残留物料是否可能没有被辨识？', '方案变了是否可能不重新审批？', '是否只在进入前检测一次？']

/** A case with three questions. */
export async function makeCase(world: World): Promise<string> {
  const { id } = await db.accidentCase.create({
    data: {
      ...caseFields,
      happenedOn: toDate(caseFields.happenedOn),
      createdById: world.people.officer.userId,
      createdAt: worldNow,
      questions: { create: asked.map((text, position) => ({ text, position })) },
    },
    select: { id: true },
  })
  return id
}

/** A case that was sent to the member and to its neighbour of coatings. */
export async function makeCheck(world: World, dueOn = '2026-12-31') {
  const caseId = await makeCase(world)
  const check = await db.selfCheck.create({
    data: {
      caseId,
      allianceId: world.alliances.coatings,
      dueOn: toDate(dueOn),
      sentById: world.people.coordinator.userId,
      sentAt: worldNow,
      replies: {
        create: [{ enterpriseId: world.enterprises.member }, { enterpriseId: world.enterprises.neighbour }],
      },
    },
    select: {
      id: true,
      replies: { select: { id: true, enterpriseId: true } },
      case: { select: { questions: { select: { id: true }, orderBy: { position: 'asc' } } } },
    },
  })
  const replyOf = (enterpriseId: string) => check.replies.find((one) => one.enterpriseId === enterpriseId)?.id ?? ''
  const answers = check.case.questions.map(({ id: questionId }, at) => ({
    questionId,
    answer: at === 0 ? ('YES' as const) : ('NO' as const),
    note: at === 0 ? '浮盘' : '',
  }))
  return {
    caseId,
    checkId: check.id,
    own: replyOf(world.enterprises.member),
    others: replyOf(world.enterprises.neighbour),
    answers,
  }
}
