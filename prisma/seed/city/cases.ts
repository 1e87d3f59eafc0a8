import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Reference } from '../reference'
import type { Planned } from './activities'
import type { Memberships } from './memberships'
import type { Offices } from './offices'
import type { People } from './people'
import type { Random } from './random'

/** Accidents whose reports are public, told in the words of a lecture. */
const accidents = [
  {
    title: '天津港危险品仓库爆炸事故',
    happenedOn: '2015-08-12',
    place: '天津市滨海新区',
    happened: '危险品仓库运抵区集装箱内的硝化棉起火，引燃相邻集装箱，堆放的硝酸铵等危险化学品随后发生爆炸。',
    causes: '硝化棉湿润剂散失，在高温天气下加速分解放热，积热自燃；禁忌物料混存、严重超量储存。',
    lessons: '分区分类储存，核准品种和数量；对热不稳定物质实行温度监控；仓储信息随时能向消防救援人员提供。',
    questions: [
      '本单位是否有禁忌物料同库或者相邻存放？',
      '是否有热不稳定物质缺少温度监控或者湿润剂检查？',
      '实际库存是否可能超过核准的品种和数量？',
      '夜间起火时，值班人员是否说不清库内存放了什么？',
    ],
  },
  {
    title: '江苏响水天嘉宜公司爆炸事故',
    happenedOn: '2019-03-21',
    place: '江苏省盐城市响水县',
    happened: '企业旧固废库内长期贮存的硝化废料自燃，引发爆炸，波及周边企业和居民。',
    causes: '硝化废料长期违法贮存，持续积热升温导致自燃；固废性质不明、去向不清，隐瞒不报。',
    lessons: '摸清危险废物的性质和数量，按性质贮存、限期处置；把危废暂存间纳入重点部位巡检。',
    questions: [
      '本单位是否有性质不明或者贮存超过一年的危险废物？',
      '危废暂存间是否缺少温度监测或者通风联锁？',
      '危废的实际数量是否与台账不符？',
    ],
  },
  {
    title: '上海赛科公司苯罐闪爆事故',
    happenedOn: '2018-05-12',
    place: '上海化学工业区',
    happened: '承包商人员在苯罐内拆除浮盘时发生闪爆，罐内作业人员遇难。',
    causes: '浮箱内残存的苯泄漏，与空气形成爆炸性混合物，遇作业工具产生的点火源；作业前的风险辨识和方案变更没有落实。',
    lessons: '受限空间作业按最坏情况辨识残留物料；变更施工方案要重新审批；作业中连续检测，使用防爆工具。',
    questions: [
      '检维修时，设备夹层、浮箱、盲端是否可能有残留物料而没有被辨识？',
      '施工方案变了，是否可能不重新审批就继续作业？',
      '受限空间作业是否只在进入前检测一次？',
      '承包商自带工具是否可能没有经过防爆检查？',
      '监护人是否可能离开岗位而作业不停？',
    ],
  },
] as const

type Cases = {
  accidentCases: Prisma.AccidentCaseCreateManyInput[]
  caseQuestions: Prisma.CaseQuestionCreateManyInput[]
  explainedCases: Prisma.ExplainedCaseCreateManyInput[]
  selfChecks: Prisma.SelfCheckCreateManyInput[]
  selfCheckReplies: Prisma.SelfCheckReplyCreateManyInput[]
  selfCheckAnswers: Prisma.SelfCheckAnswerCreateManyInput[]
}

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  offices: Offices
  memberships: Memberships
  people: Pick<People, 'mandates'>
  activities: Planned[]
  /** Whose enterprise has still to answer. */
  waitingUserId: string | undefined
}

const instant = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)

/** The library, one case for each training in turn, and the last case sent to the paint alliance, of which half has answered. */
export function planCases(context: Context): Cases {
  const { random, anchor, offices, activities } = context
  const createdById = offices.municipalId
  const planned: Cases = {
    accidentCases: [],
    caseQuestions: [],
    explainedCases: [],
    selfChecks: [],
    selfCheckReplies: [],
    selfCheckAnswers: [],
  }
  const made = accidents.map(({ questions, ...words }) => {
    const id = random.uuid()
    const source = '事故调查报告（公开发布）'
    const createdAt = instant(plusDays(anchor, -300), 10)
    planned.accidentCases.push({ id, ...words, source, createdById, createdAt, version: 1 })
    const asked = questions.map((text, position) => ({ id: random.uuid(), caseId: id, position, text }))
    planned.caseQuestions.push(...asked)
    return { id, asked }
  })
  const trainings = activities.filter(({ row }) => row.kind === 'TRAINING' && row.state !== 'CANCELLED')
  planned.explainedCases = trainings.flatMap(({ row }, index) => {
    const one = made[index % made.length]
    return one ? [{ activityId: row.id, caseId: one.id }] : []
  })
  const last = made.at(-1)
  if (last) planCheck(context, planned, last)
  return planned
}

type Made = { id: string; asked: { id: string }[] }

function planCheck(context: Context, planned: Cases, { id: caseId, asked }: Made): void {
  const { random, anchor, reference, offices, memberships, people, waitingUserId } = context
  const sentById = offices.termOn('coatings', anchor)?.coordinatorId
  if (typeof sentById !== 'string') return
  const sentOn = plusDays(anchor, -8)
  const selfCheckId = random.uuid()
  planned.selfChecks.push({
    id: selfCheckId,
    caseId,
    allianceId: reference.allianceId('coatings'),
    dueOn: plusDays(anchor, 12),
    sentById,
    sentAt: instant(sentOn, 15),
    urgedOn: null,
  })
  for (const { row } of memberships.membersOn('coatings', sentOn)) {
    const speaker = people.mandates.find(({ enterpriseId }) => enterpriseId === row.id)
    const isAnswered = speaker !== undefined && speaker.userId !== waitingUserId && random.chance(0.55)
    const id = random.uuid()
    planned.selfCheckReplies.push({
      id,
      selfCheckId,
      enterpriseId: row.id,
      answeredAt: isAnswered ? instant(plusDays(sentOn, random.between(1, 6)), 14) : null,
      answeredById: isAnswered ? speaker.userId : null,
      version: isAnswered ? 2 : 1,
    })
    if (isAnswered) planned.selfCheckAnswers.push(...asked.map((question) => answerTo(random, id, question.id)))
  }
}

function answerTo(random: Random, replyId: string, questionId: string) {
  const answer = random.weighted([
    ['NO', 68],
    ['YES', 20],
    ['NOT_APPLICABLE', 12],
  ] as const)
  const note = answer === 'YES' ? '已列入本月隐患清单，由设备主管牵头整改。' : ''
  return { replyId, questionId, answer, note }
}
