import { beforeAll } from 'vitest'
import * as actions from '@/lib/slots/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { makeSlot, makeVisit } from './visit'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const strangers = {
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
} as const

const arranging = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' } as const

const ofMember = { principal: 'ok', designated: 'ok', clerk: 'ok' } as const

const offer = async (w: World) => ({
  activityId: await makeVisit(w),
  topic: '储罐区雷电防护',
  startsAt: '2026-12-02T09:00',
  endsAt: '2026-12-02T11:00',
  place: '',
  seats: 10,
})

describePermissions('slots', () => world, [
  {
    action: actions.offerSlot,
    input: offer,
    expected: verdicts('FORBIDDEN', { ...strangers, ...ofMember, lead: 'ok', neighbour: 'ok' }),
  },
  {
    action: actions.withdrawSlot,
    input: async (w) => ({ id: (await makeSlot(w, { host: 'member' })).id, reason: '装置检修' }),
    expected: verdicts('FORBIDDEN', { ...strangers, ...arranging, ...ofMember }),
  },
  {
    action: actions.bookSlot,
    input: async (w) => ({ id: (await makeSlot(w, { host: 'member' })).id, seats: 1 }),
    expected: verdicts('FORBIDDEN', { ...strangers, lead: 'ok', neighbour: 'ok' }),
  },
  {
    // A booking is known to guest, host and whoever runs it; the neighbour is another guest, who learns of none but its own.
    action: actions.cancelBooking,
    input: async (w) => ({ id: (await makeSlot(w, { host: 'lead', guest: 'member' })).bookingId }),
    expected: verdicts('NOT_FOUND', {
      ...arranging,
      ...ofMember,
      lead: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
    }),
  },
])
