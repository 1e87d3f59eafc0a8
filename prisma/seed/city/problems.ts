import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ProblemTodoState } from '@/lib/core/prisma/enums'
import type { Reference } from '../reference'
import type { Memberships } from './memberships'
import type { Offices } from './offices'
import type { People } from './people'
import type { Random } from './random'

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  offices: Offices
  memberships: Memberships
  people: Pick<People, 'mandates'>
  /** Whose enterprise has still to answer, so that there is something to try. */
  waitingUserId: string | undefined
  allianceYears: Prisma.AllianceYearCreateManyInput[]
}

type Planned = { problems: Prisma.ProblemCreateManyInput[]; problemTodos: Prisma.ProblemTodoCreateManyInput[] }

const drafts = [
  {
    title: '溶剂投料口静电接地检测超期',
    finding: '秋季培训现场互查发现，部分企业投料口、移动容器的静电接地未按半年周期检测，个别接地夹锈蚀失效。',
    recommendation: '逐台核对静电接地检测记录；超期的在一个月内补检，失效的接地夹立即更换，并纳入班前检查。',
    sentDaysAgo: 45,
    dueInDays: -10,
  },
  {
    title: '危废暂存间可燃气体报警器未联动排风',
    finding: '事故案例剖析时自查，多家企业危废暂存间的可燃气体报警器只报警、不联动机械排风。',
    recommendation: '报警器与机械排风联锁，联锁测试每季度一次并留存记录。',
    sentDaysAgo: 6,
    dueInDays: 40,
  },
  {
    title: '外来承包商进厂培训记录不完整',
    finding: '交流会上反映，承包商进厂培训记录缺少考核结果和本人签名。',
    recommendation: '统一使用联盟的承包商培训记录样式，考核不合格的不得进厂作业。',
    sentDaysAgo: null,
    dueInDays: 60,
  },
  {
    title: '装卸鹤管静电溢油联锁未定期测试',
    finding: '油品装卸作业检查发现，部分装卸鹤管的静电接地、溢油联锁未按季度测试。',
    recommendation: '逐台测试静电溢油联锁，失效的立即停用。',
    sentDaysAgo: 20,
    dueInDays: 25,
    withdrawn: { daysAgo: 19, reason: '该问题只涉及油气储存企业，误发到本联盟' },
  },
]

/** What the coordinator of the coatings alliance found common to its members, and how far they have come. */
export function planProblems(context: Context): Planned {
  const { random, anchor, reference, offices, allianceYears } = context
  const planned: Planned = { problems: [], problemTodos: [] }
  const yearId = allianceYears.find(
    (one) => one.allianceId === reference.allianceId('coatings') && one.year === Number(anchor.slice(0, 4)),
  )?.id
  const coordinatorId = offices.termOn('coatings', anchor)?.coordinatorId
  if (typeof yearId !== 'string' || typeof coordinatorId !== 'string') return planned
  for (const { sentDaysAgo, dueInDays, withdrawn, ...text } of drafts) {
    const id = random.uuid()
    const sentOn = sentDaysAgo === null ? null : plusDays(anchor, -sentDaysAgo)
    planned.problems.push({
      id,
      ...text,
      allianceYearId: yearId,
      ...stateOf(sentOn !== null, withdrawn && { ...withdrawn, anchor, byId: coordinatorId }),
      activityId: null,
      dueOn: plusDays(anchor, dueInDays),
      createdById: coordinatorId,
      createdAt: instant(sentOn ?? plusDays(anchor, -1), 9),
      sentAt: sentOn && instant(sentOn, 10),
      version: sentOn ? 2 : 1,
    })
    if (sentOn) planTodos(context, planned, { problemId: id, sentOn, coordinatorId, isOld: dueInDays < 0 })
  }
  return planned
}

type Withdrawn = { daysAgo: number; reason: string; anchor: Day; byId: string }

function stateOf(isSent: boolean, withdrawn: Withdrawn | undefined) {
  if (!withdrawn) {
    const none = { withdrawnAt: null, withdrawnById: null, withdrawReason: '' }
    return { state: isSent ? ('SENT' as const) : ('DRAFT' as const), ...none }
  }
  return {
    state: 'WITHDRAWN' as const,
    withdrawnAt: instant(plusDays(withdrawn.anchor, -withdrawn.daysAgo), 15),
    withdrawnById: withdrawn.byId,
    withdrawReason: withdrawn.reason,
  }
}

type Sent = { problemId: string; sentOn: Day; coordinatorId: string; isOld: boolean }

function planTodos(
  { random, anchor, memberships, people, waitingUserId }: Context,
  planned: Planned,
  sent: Sent,
): void {
  for (const { row } of memberships.membersOn('coatings', sent.sentOn)) {
    const speaker = people.mandates.find(({ enterpriseId }) => enterpriseId === row.id)
    const isWaiting = !sent.isOld && speaker !== undefined && speaker.userId === waitingUserId
    const state = speaker && !isWaiting ? stateBy(random.between(0, 99), sent.isOld) : 'OPEN'
    const isAnswered = state !== 'OPEN'
    const answeredOn = plusDays(sent.sentOn, random.between(1, 5))
    planned.problemTodos.push({
      id: random.uuid(),
      problemId: sent.problemId,
      enterpriseId: row.id,
      state,
      answer: answers[state],
      plannedOn: state === 'DOING' ? plusDays(anchor, random.between(3, 30)) : null,
      answeredAt: isAnswered ? instant(answeredOn, 14) : null,
      answeredById: isAnswered && speaker ? speaker.userId : null,
      returnReason: '',
      verifiedAt: state === 'VERIFIED' ? instant(plusDays(answeredOn, 1), 10) : null,
      verifiedById: state === 'VERIFIED' ? sent.coordinatorId : null,
      escalatedAt: null,
      version: 1,
    })
  }
}

const answers: Record<ProblemTodoState, string> = {
  OPEN: '',
  NOT_APPLICABLE: '本单位没有该类设施，现场已核对。',
  DOING: '已委托检测单位，正在逐台整改。',
  DONE: '已完成整改并复测，记录存安全部备查。',
  VERIFIED: '已完成整改并复测，记录存安全部备查。',
}

/** Of an old problem most is done; of a new one few have answered. */
function stateBy(draw: number, isOld: boolean): ProblemTodoState {
  const steps: [number, ProblemTodoState][] = isOld
    ? [
        [12, 'OPEN'],
        [20, 'NOT_APPLICABLE'],
        [32, 'DOING'],
        [50, 'DONE'],
      ]
    : [
        [60, 'OPEN'],
        [68, 'NOT_APPLICABLE'],
        [85, 'DOING'],
        [94, 'DONE'],
      ]
  return steps.find(([below]) => draw < below)?.[1] ?? 'VERIFIED'
}

const instant = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
