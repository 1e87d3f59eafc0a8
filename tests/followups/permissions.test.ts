import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import { toDate } from '@/lib/core/clock'
import type { ActionItemState } from '@/lib/core/prisma/enums'
import * as actions from '@/lib/followups/actions'
import { describePermissions, verdicts, type Expected, type PermissionRow } from '../support/permissions'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let activityId: string
let recordedById: string
beforeAll(async () => {
  world = await buildWorld()
  activityId = await makeActivity(world, { state: 'HELD', startsAt: inDays(-7) })
  recordedById = (await db.user.findFirstOrThrow({ select: { id: true } })).id
})

// Far above what the actions themselves number.
let position = 1_000

async function makeDecision(isRemoved = false): Promise<string> {
  position += 1
  const removedAt = isRemoved ? worldNow : null
  const { id } = await db.activityDecision.create({
    data: { activityId, position, text: '统一静电接地检查表', recordedById, recordedAt: worldNow, removedAt },
  })
  return id
}

async function makeItem(w: World, state: ActionItemState, isRemoved = false): Promise<string> {
  const { id } = await db.actionItem.create({
    data: {
      activityId,
      text: '报送静电接地检测报告',
      ownerEnterpriseId: w.enterprises.member,
      dueOn: toDate('2026-12-01'),
      givenById: recordedById,
      givenAt: worldNow,
      state,
      ...(state !== 'OPEN' && { evidence: '检测报告已送达', doneAt: worldNow, doneById: recordedById }),
      removedAt: isRemoved ? worldNow : null,
    },
  })
  return id
}

const runs = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok', lead: 'ok' } as const

const outsiders = {
  hatless: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
} as const

/** Whoever sees the activity knows of its decisions. */
const ofDecision = verdicts('FORBIDDEN', { ...runs, ...outsiders })

const item = {
  text: '报送静电接地检测报告',
  decisionId: null,
  ownerEnterpriseId: null,
  ownerPerson: '',
  dueOn: '2026-12-01',
}

/** A member's item is not known to other members, nor to a bureau that does not supervise it. */
const ofItem = (named: Partial<Expected>): Expected =>
  verdicts('NOT_FOUND', {
    ...outsiders,
    ...runs,
    ...known,
    ...named,
  })

const known: Partial<Expected> = {
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  insurerAdministrator: 'FORBIDDEN',
  principal: 'FORBIDDEN',
  designated: 'FORBIDDEN',
  clerk: 'FORBIDDEN',
}

const rows: PermissionRow[] = [
  {
    action: actions.recordDecision,
    input: () => ({ activityId, text: '每季度互查一次' }),
    expected: ofDecision,
  },
  {
    action: actions.reviseDecision,
    input: async () => ({ decisionId: await makeDecision(), version: 1, text: '每半年互查一次' }),
    expected: ofDecision,
  },
  { action: actions.removeDecision, input: async () => ({ decisionId: await makeDecision() }), expected: ofDecision },
  {
    action: actions.restoreDecision,
    input: async () => ({ decisionId: await makeDecision(true) }),
    expected: ofDecision,
  },
  { action: actions.giveItem, input: () => ({ activityId, ...item }), expected: ofDecision },
  {
    action: actions.reviseItem,
    input: async (w) => ({ itemId: await makeItem(w, 'OPEN'), version: 1, ...item }),
    expected: ofItem({}),
  },
  { action: actions.removeItem, input: async (w) => ({ itemId: await makeItem(w, 'OPEN') }), expected: ofItem({}) },
  {
    action: actions.restoreItem,
    input: async (w) => ({ itemId: await makeItem(w, 'OPEN', true) }),
    expected: ofItem({}),
  },
  {
    // Only its owner: nobody else says that a member has done its part.
    action: actions.finishItem,
    input: async (w) => ({ itemId: await makeItem(w, 'OPEN'), evidence: '检测报告已送达' }),
    expected: ofItem({
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      lead: 'FORBIDDEN',
      principal: 'ok',
      designated: 'ok',
      clerk: 'ok',
    }),
  },
  {
    action: actions.confirmItem,
    input: async (w) => ({ itemId: await makeItem(w, 'DONE'), version: 1 }),
    expected: ofItem({}),
  },
  {
    action: actions.reopenItem,
    input: async (w) => ({ itemId: await makeItem(w, 'DONE'), version: 1 }),
    expected: ofItem({}),
  },
]

describePermissions('followups', () => world, rows)
