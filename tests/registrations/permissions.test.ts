import { beforeAll } from 'vitest'
import * as actions from '@/lib/registrations/actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { inDays, makeActivity, makePeople, makePlace } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** About the member's own places at a meeting of coatings: its own people, the coordinator who takes the call, the bureau. */
const ofOwnPlaces = verdicts('NOT_FOUND', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  principal: 'ok',
  designated: 'ok',
  clerk: 'ok',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  lead: 'FORBIDDEN',
})

/** A place is read by fewer people than the roster: neighbours know that the member exists, not whom it sends. */
const ofRoster = { ...ofOwnPlaces, neighbour: 'FORBIDDEN' as const }

const onePerson = async (w: World) => (await makePeople(w.enterprises.member, 1))[0] ?? ''

const rows: PermissionRow[] = [
  {
    action: actions.registerPeople,
    input: async (w) => ({
      activityId: await makeActivity(w),
      enterpriseId: w.enterprises.member,
      userIds: [await onePerson(w)],
      unnamedPlaces: 1,
    }),
    expected: ofRoster,
  },
  {
    action: actions.namePlace,
    input: async (w) => ({
      id: await makePlace(w, await makeActivity(w), { enterpriseId: w.enterprises.member }),
      userId: await onePerson(w),
    }),
    expected: ofOwnPlaces,
  },
  {
    action: actions.swapPerson,
    input: async (w) => ({
      id: await makePlace(w, await makeActivity(w), {
        enterpriseId: w.enterprises.member,
        userId: w.people.designated.userId,
      }),
      userId: await onePerson(w),
    }),
    expected: ofOwnPlaces,
  },
  {
    action: actions.acceptOffer,
    input: async (w) => ({
      id: await makePlace(w, await makeActivity(w), { enterpriseId: w.enterprises.member, offeredUntil: inDays(1) }),
    }),
    expected: ofOwnPlaces,
  },
  {
    action: actions.withdraw,
    input: async (w) => ({
      id: await makePlace(w, await makeActivity(w), { enterpriseId: w.enterprises.member }),
    }),
    expected: ofOwnPlaces,
  },
  {
    action: actions.askLeave,
    input: async (w) => ({
      id: await makePlace(w, await makeActivity(w), {
        enterpriseId: w.enterprises.member,
        userId: w.people.designated.userId,
      }),
      reason: '临时出差',
    }),
    expected: ofOwnPlaces,
  },
  {
    action: actions.askEnterpriseLeave,
    input: async (w) => ({
      activityId: await makeActivity(w),
      enterpriseId: w.enterprises.member,
      reason: '装置停车检修',
    }),
    expected: ofRoster,
  },
]

describePermissions('registrations', () => world, rows)
