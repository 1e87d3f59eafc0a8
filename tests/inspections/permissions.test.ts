import { beforeAll } from 'vitest'
import * as actions from '@/lib/inspections/actions'
import { removeFindingFile, restoreFindingFile } from '@/lib/inspections/file-actions'
import { addFindingFile } from '@/lib/inspections/upload-actions'
import { upload } from '../problems/evidence'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'
import { makeFinding, makeFindingFile, makeInspection, makePair } from './pair'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const arranging = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' } as const
const arrangingMayNot = {
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
} as const
const inspected = { principal: 'ok', designated: 'ok', clerk: 'ok' } as const
const inspectedMayNot = { principal: 'FORBIDDEN', designated: 'FORBIDDEN', clerk: 'FORBIDDEN' } as const
const jinshanMayNot = { jinshan: 'FORBIDDEN', jinshanAdministrator: 'FORBIDDEN' } as const

/** The inspecting member and whoever arranges; the lead company learns of no finding, nor does its other members. */
const inspecting = verdicts('NOT_FOUND', { ...arranging, neighbour: 'ok', ...inspectedMayNot, ...jinshanMayNot })

/** Nobody answers for the inspected member but its own people. */
const answering = verdicts('NOT_FOUND', {
  ...inspected,
  ...arrangingMayNot,
  ...jinshanMayNot,
  neighbour: 'FORBIDDEN',
})

const begun = async (w: World) => makePair(w, await makeInspection(w))
const found = async (w: World, state: 'OPEN' | 'FIXED' = 'OPEN') => makeFinding(w, await begun(w), state)

describePermissions('inspections', () => world, [
  {
    // Of a draft; the lead company runs it too, and does not choose whom it inspects.
    action: actions.pairMembers,
    input: async (w) => ({
      activityId: await makeInspection(w, 'DRAFT'),
      inspectorId: w.enterprises.neighbour,
      inspectedId: w.enterprises.member,
      scope: '储罐区静电接地',
    }),
    expected: verdicts('NOT_FOUND', { ...arranging, lead: 'FORBIDDEN' }),
  },
  {
    action: actions.unpairMembers,
    input: async (w) => ({ id: await makePair(w, await makeInspection(w, 'DRAFT')) }),
    expected: verdicts('NOT_FOUND', { ...arranging, lead: 'FORBIDDEN' }),
  },
  {
    action: actions.recordFinding,
    input: async (w) => ({ pairId: await begun(w), location: '二号罐组', text: '接地线锈蚀', severity: 'MAJOR' }),
    expected: inspecting,
  },
  {
    action: actions.withdrawFinding,
    input: async (w) => ({ findingId: await found(w), version: 1, reason: '登记错了单位' }),
    expected: inspecting,
  },
  {
    action: actions.answerFinding,
    input: async (w) => ({
      findingId: await found(w),
      version: 1,
      state: 'FIXING',
      measure: '更换接地线',
      dueOn: '2026-12-10',
    }),
    expected: answering,
  },
  {
    action: actions.closeFinding,
    input: async (w) => ({ findingId: await found(w, 'FIXED'), version: 1 }),
    expected: inspecting,
  },
  {
    action: actions.returnFinding,
    input: async (w) => ({ findingId: await found(w, 'FIXED'), version: 1, reason: '缺复测记录' }),
    expected: inspecting,
  },
  {
    // Both sides, each for itself; the district that supervises reads.
    action: addFindingFile,
    input: async (w) => ({ findingId: await found(w), file: upload() }),
    expected: verdicts('NOT_FOUND', { ...arranging, ...inspected, ...jinshanMayNot, neighbour: 'ok' }),
  },
  {
    // What the inspecting side has brought; the other side's: see files.test.
    action: removeFindingFile,
    input: async (w) => ({ id: await makeFindingFile(await found(w)) }),
    expected: inspecting,
  },
  {
    // What was taken away is there for its own side alone.
    action: restoreFindingFile,
    input: async (w) => ({ id: await makeFindingFile(await found(w), { removedAt: worldNow }) }),
    expected: verdicts('NOT_FOUND', { ...arranging, neighbour: 'ok' }),
  },
])
