import { beforeAll } from 'vitest'
import * as actions from '@/lib/hosts/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { makePlace } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { gateRules, makeHost, makeSiteVisit } from './site-visit'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const arranging = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' } as const

const ofMember = { principal: 'ok', designated: 'ok', clerk: 'ok' } as const

const jinshan = { jinshan: 'FORBIDDEN', jinshanAdministrator: 'FORBIDDEN' } as const

/** Who reads the request without being the member that was asked. */
const readers = {
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
  lead: 'FORBIDDEN',
  ...jinshan,
} as const

const asked = async (w: World) => makeHost(w, { activityId: await makeSiteVisit(w) })
const agreed = async (w: World) => makeHost(w, { activityId: await makeSiteVisit(w), visitorsMax: 20 })

describePermissions('hosts', () => world, [
  {
    // A draft is for whoever runs it; nobody else learns that there is one.
    action: actions.askHost,
    input: async (w) => ({
      activityId: await makeSiteVisit(w),
      enterpriseId: w.enterprises.member,
      message: '储罐区雷电防护',
    }),
    expected: verdicts('NOT_FOUND', { ...arranging, lead: 'ok' }),
  },
  {
    action: actions.agreeToHost,
    input: async (w) => ({ id: await asked(w), ...gateRules }),
    expected: verdicts('NOT_FOUND', { ...readers, ...ofMember }),
  },
  {
    action: actions.declineToHost,
    input: async (w) => ({ id: await asked(w), reason: '装置检修' }),
    expected: verdicts('NOT_FOUND', { ...readers, ...ofMember }),
  },
  {
    action: actions.withdrawAsHost,
    input: async (w) => ({ id: await agreed(w), reason: '装置检修' }),
    expected: verdicts('NOT_FOUND', { ...readers, ...ofMember }),
  },
  {
    action: actions.releaseHost,
    input: async (w) => ({ id: await asked(w), reason: '改到另一家' }),
    expected: verdicts('NOT_FOUND', {
      ...arranging,
      ...jinshan,
      lead: 'ok',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
  {
    // A place of the neighbour; the host (member) is not asked to fill in for its guests.
    action: actions.giveGateDetail,
    input: async (w) => {
      const activityId = await makeSiteVisit(w, { state: 'PUBLISHED' })
      await makeHost(w, { activityId, visitorsMax: 20 })
      const { userId } = w.people.neighbour
      const registrationId = await makePlace(w, activityId, { enterpriseId: w.enterprises.neighbour, userId })
      return { registrationId, document: 'RESIDENT_ID', numberPlate: '沪A12345' }
    },
    expected: verdicts('NOT_FOUND', { ...arranging, lead: 'FORBIDDEN', fengxian: 'FORBIDDEN', neighbour: 'ok' }),
  },
])
