import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import * as actions from '@/lib/guidances/actions'
import { removeAdviceFile, restoreAdviceFile } from '@/lib/guidances/file-actions'
import { addAdviceFile } from '@/lib/guidances/upload-actions'
import { upload } from '../problems/evidence'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'
import { makeAdvice, makeAdviceFile, makeExpert, makeRequest } from './request'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const bureaus = { administrator: 'ok', officer: 'ok', jinshan: 'ok', jinshanAdministrator: 'ok' } as const
const ofMember = { principal: 'ok', designated: 'ok', clerk: 'ok' } as const
const memberMayNot = { principal: 'FORBIDDEN', designated: 'FORBIDDEN', clerk: 'FORBIDDEN' } as const
const bureausMayNot = {
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
} as const
const given = { coordinator: 'ok', deputy: 'ok' } as const
const givenMayNot = { coordinator: 'FORBIDDEN', deputy: 'FORBIDDEN' } as const

/** The coordinator sees nothing before it is given to them; the lead company of the alliance never does. */
const deciding = verdicts('NOT_FOUND', { ...bureaus, ...memberMayNot })
const arranging = verdicts('NOT_FOUND', { ...bureaus, ...given, ...memberMayNot })
const answering = verdicts('NOT_FOUND', { ...ofMember, ...bureausMayNot, ...givenMayNot })

const advised = (w: World) => makeRequest(w, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' })

describePermissions('guidances', () => world, [
  {
    // Whoever is no enterprise has nothing to ask for: there is no such subject.
    action: actions.requestGuidance,
    input: () => ({
      field: 'STORAGE',
      title: '储罐区雷电防护',
      description: '请专家现场看一看接地',
      wishedFrom: '2026-12-01',
      wishedTo: '2026-12-20',
      key: randomUUID(),
    }),
    expected: verdicts('NOT_FOUND', {
      ...ofMember,
      lead: 'ok',
      otherLead: 'ok',
      neighbour: 'ok',
      stranger: 'ok',
    }),
  },
  {
    action: actions.approveGuidance,
    input: async (w) => ({
      id: await makeRequest(w),
      version: 1,
      expertIds: [await makeExpert(w)],
      organiserAllianceId: w.alliances.coatings,
      visitOn: null,
    }),
    expected: deciding,
  },
  {
    action: actions.refuseGuidance,
    input: async (w) => ({ id: await makeRequest(w), version: 1, reason: '可由联盟培训解决' }),
    expected: deciding,
  },
  {
    action: actions.withdrawGuidance,
    input: async (w) => ({ id: await makeRequest(w), version: 1, reason: '问题已解决' }),
    expected: verdicts('NOT_FOUND', { ...ofMember, ...bureausMayNot }),
  },
  {
    action: actions.arrangeGuidance,
    input: async (w) => ({
      id: await makeRequest(w, { state: 'APPROVED', isGiven: true }),
      version: 1,
      expertIds: [await makeExpert(w)],
      visitOn: '2026-12-02',
    }),
    expected: arranging,
  },
  {
    action: actions.advise,
    input: async (w) => ({
      id: await makeRequest(w, { state: 'APPROVED', isGiven: true, visitOn: '2026-11-20' }),
      version: 1,
      summary: '总体较好',
      points: ['更换锈蚀的接地线'],
      dueOn: '2026-12-31',
    }),
    expected: arranging,
  },
  {
    action: actions.answerAdvice,
    input: async (w) => ({
      adviceId: await makeAdvice(w, await advised(w)),
      version: 1,
      state: 'DONE',
      answer: '已换接地线',
    }),
    expected: answering,
  },
  {
    action: actions.urgeGuidance,
    input: async (w) => {
      const id = await advised(w)
      await makeAdvice(w, id, 'OPEN', '2026-11-22')
      return { id }
    },
    expected: arranging,
  },
  {
    action: addAdviceFile,
    input: async (w) => ({ adviceId: await makeAdvice(w, await advised(w)), file: upload() }),
    expected: answering,
  },
  {
    action: removeAdviceFile,
    input: async (w) => ({ id: await makeAdviceFile(await makeAdvice(w, await advised(w))) }),
    expected: answering,
  },
  {
    // What was taken away is there for its enterprise alone.
    action: restoreAdviceFile,
    input: async (w) => ({
      id: await makeAdviceFile(await makeAdvice(w, await advised(w)), { removedAt: worldNow }),
    }),
    expected: verdicts('NOT_FOUND', ofMember),
  },
  {
    action: actions.verifyAdvice,
    input: async (w) => ({ adviceId: await makeAdvice(w, await advised(w), 'DONE'), version: 1 }),
    expected: arranging,
  },
  {
    action: actions.returnAdvice,
    input: async (w) => ({ adviceId: await makeAdvice(w, await advised(w), 'DONE'), version: 1, reason: '缺检测报告' }),
    expected: arranging,
  },
])
