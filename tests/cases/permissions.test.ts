import { beforeAll } from 'vitest'
import * as actions from '@/lib/cases/actions'
import { db } from '@/lib/core/db'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { asked, caseFields, makeCase, makeCheck } from './library'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const bureau = { administrator: 'ok', officer: 'ok' } as const
const coordinators = { coordinator: 'ok', deputy: 'ok' } as const

/** The bureau and today's coordinators keep the library, of whichever insurer. */
const keepers = { ...bureau, ...coordinators, otherCoordinator: 'ok' } as const

/** Everybody with a hat reads it; who has none does not know it. */
const hatless = { hatless: 'NOT_FOUND', expired: 'NOT_FOUND' } as const

const organisers = verdicts('FORBIDDEN', {
  ...bureau,
  ...coordinators,
  lead: 'ok',
  ...hatless,
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

const written = { ...caseFields, questions: asked.map((text) => ({ text })) }

const training = (w: World) => makeActivity(w, { kind: 'TRAINING' })

const rows: PermissionRow[] = [
  { action: actions.addCase, input: () => written, expected: verdicts('FORBIDDEN', keepers) },
  {
    action: actions.reviseCase,
    input: async (w) => ({ caseId: await makeCase(w), version: 1, ...written }),
    expected: verdicts('FORBIDDEN', { ...keepers, ...hatless }),
  },
  {
    action: actions.explainCase,
    input: async (w) => ({ activityId: await training(w), caseId: await makeCase(w) }),
    expected: organisers,
  },
  {
    action: actions.dropCase,
    input: async (w) => {
      const row = { activityId: await training(w), caseId: await makeCase(w) }
      await db.explainedCase.create({ data: row })
      return row
    },
    expected: organisers,
  },
  {
    action: actions.sendCase,
    input: async (w) => ({ caseId: await makeCase(w), allianceId: w.alliances.coatings, dueOn: '2026-12-31' }),
    expected: verdicts('FORBIDDEN', { ...bureau, ...coordinators, ...hatless }),
  },
  {
    // To the member and to a neighbour: each knows it, and so do their districts.
    action: actions.urgeSelfCheck,
    input: async (w) => ({ selfCheckId: (await makeCheck(w)).checkId }),
    expected: verdicts('NOT_FOUND', {
      ...bureau,
      ...coordinators,
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      fengxian: 'FORBIDDEN',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
      neighbour: 'FORBIDDEN',
    }),
  },
  {
    // What the member answers: its own people, and who may read it.
    action: actions.answerSelfCheck,
    input: async (w) => {
      const { own, answers } = await makeCheck(w)
      return { replyId: own, version: 1, answers }
    },
    expected: verdicts('NOT_FOUND', {
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      principal: 'ok',
      designated: 'ok',
      clerk: 'ok',
    }),
  },
]

describePermissions('cases', () => world, rows)
