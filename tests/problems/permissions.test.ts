import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import type { ProblemTodoState } from '@/lib/core/prisma/enums'
import * as actions from '@/lib/problems/actions'
import * as files from '@/lib/problems/file-actions'
import { addTodoFile } from '@/lib/problems/upload-actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'
import { makeTodoFile, upload } from './evidence'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const text = {
  title: '静电接地检测超期',
  finding: '部分企业未按期检测',
  recommendation: '每半年检测一次并留存报告',
  activityId: null,
  dueOn: '2026-12-31',
}

const makeProblem = (w: World, isSent: boolean) =>
  db.problem.create({
    data: {
      ...text,
      dueOn: toDate(text.dueOn),
      allianceYearId: w.years.coatings,
      createdById: w.people.coordinator.userId,
      createdAt: worldNow,
      ...(isSent && { state: 'SENT', sentAt: worldNow }),
    },
    select: { id: true },
  })

/** The member's to-do, answered by somebody who is not among the actors' hats that judge it. */
async function makeTodo(w: World, state: ProblemTodoState): Promise<string> {
  const { id: problemId } = await makeProblem(w, true)
  const answered = { answer: '已检测', answeredAt: worldNow, answeredById: w.people.principal.userId }
  const { id } = await db.problemTodo.create({
    data: { problemId, enterpriseId: w.enterprises.member, state, ...(state !== 'OPEN' && answered) },
    select: { id: true },
  })
  return id
}

/** A problem that was sent to the member. */
async function problemOfTodo(w: World): Promise<string> {
  const { problemId } = await db.problemTodo.findUniqueOrThrow({ where: { id: await makeTodo(w, 'OPEN') } })
  return problemId
}

const drivers = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok', lead: 'ok' } as const

const outsiders = {
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
} as const

/** A draft is not known to anybody but those who drive the alliance. */
const ofDraft = verdicts('NOT_FOUND', drivers)

/** The member's to-do is known to its people and to the district that supervises it, never to another member. */
const known = {
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  principal: 'FORBIDDEN',
  designated: 'FORBIDDEN',
  clerk: 'FORBIDDEN',
} as const
const ofTodo = verdicts('NOT_FOUND', { ...drivers, ...known })

const ownPeople = { principal: 'ok', designated: 'ok', clerk: 'ok' } as const

/** Nobody acts for an enterprise but its own people. */
const ofOwn = verdicts('NOT_FOUND', {
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
  lead: 'FORBIDDEN',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  ...ownPeople,
})

const rows: PermissionRow[] = [
  {
    action: actions.draftProblem,
    input: (w) => ({ allianceYearId: w.years.coatings, ...text }),
    expected: verdicts('FORBIDDEN', { ...drivers, ...outsiders }),
  },
  {
    action: actions.reviseProblem,
    input: async (w) => ({ problemId: (await makeProblem(w, false)).id, version: 1, ...text, title: '静电接地' }),
    expected: ofDraft,
  },
  {
    action: actions.discardProblem,
    input: async (w) => ({ problemId: (await makeProblem(w, false)).id, version: 1 }),
    expected: ofDraft,
  },
  {
    action: actions.sendProblem,
    input: async (w) => ({ problemId: (await makeProblem(w, false)).id, version: 1, to: 'ALL', enterpriseIds: [] }),
    expected: ofDraft,
  },
  {
    action: actions.sendToLater,
    input: async (w) => ({ problemId: await problemOfTodo(w) }),
    expected: ofTodo,
  },
  {
    action: actions.withdrawProblem,
    input: async (w) => ({ problemId: await problemOfTodo(w), reason: '下发对象有误' }),
    expected: ofTodo,
  },
  {
    action: actions.urgeMembers,
    input: async (w) => ({ problemId: await problemOfTodo(w) }),
    expected: ofTodo,
  },
  {
    action: actions.answerTodo,
    input: async (w) => ({
      todoId: await makeTodo(w, 'OPEN'),
      version: 1,
      state: 'DONE',
      answer: '已检测',
      plannedOn: null,
    }),
    expected: ofOwn,
  },
  {
    action: addTodoFile,
    input: async (w) => ({ todoId: await makeTodo(w, 'OPEN'), file: upload() }),
    expected: ofOwn,
  },
  {
    action: files.removeTodoFile,
    input: async (w) => ({ id: await makeTodoFile(await makeTodo(w, 'OPEN')) }),
    expected: ofOwn,
  },
  {
    action: files.restoreTodoFile,
    input: async (w) => ({ id: await makeTodoFile(await makeTodo(w, 'OPEN'), { removedAt: worldNow }) }),
    expected: verdicts('NOT_FOUND', ownPeople),
  },
  {
    action: actions.verifyTodo,
    input: async (w) => ({ todoId: await makeTodo(w, 'DONE'), version: 1 }),
    expected: ofTodo,
  },
  {
    action: actions.returnTodo,
    input: async (w) => ({ todoId: await makeTodo(w, 'DONE'), version: 1, reason: '请附检测报告编号' }),
    expected: ofTodo,
  },
  {
    action: actions.urgeTodo,
    input: async (w) => ({ todoId: await makeTodo(w, 'OPEN') }),
    expected: verdicts('NOT_FOUND', { ...drivers, ...known, jinshan: 'ok', jinshanAdministrator: 'ok' }),
  },
]

describePermissions('problems', () => world, rows)
