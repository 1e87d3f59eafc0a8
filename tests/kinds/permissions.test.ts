import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/kinds/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

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

/** Whoever runs the activity; its members read along. */
const expected = verdicts('FORBIDDEN', {
  ...strangers,
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
})

const makeSharing = (w: World) => makeActivity(w, { kind: 'EXPERIENCE_SHARING' })

describePermissions('kinds', () => world, [
  {
    action: actions.writeDiscussion,
    input: async (w) => ({
      activityId: await makeActivity(w, { kind: 'DISCUSSION' }),
      version: null,
      question: '静电跨接怎么查',
      outcome: '',
    }),
    expected,
  },
  {
    action: actions.nameSpeaker,
    input: async (w) => ({
      activityId: await makeSharing(w),
      enterpriseId: w.enterprises.member,
      theme: '一票一策',
      practiceId: null,
    }),
    expected,
  },
  {
    action: actions.removeSpeaker,
    input: async (w) => {
      const { id } = await db.activitySpeaker.create({
        data: {
          activityId: await makeSharing(w),
          enterpriseId: w.enterprises.member,
          theme: '一票一策',
          namedById: w.people.officer.userId,
          namedAt: worldNow,
        },
        select: { id: true },
      })
      return { id }
    },
    expected,
  },
])
