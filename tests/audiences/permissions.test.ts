import { beforeAll } from 'vitest'
import * as actions from '@/lib/audiences/actions'
import { db } from '@/lib/core/db'
import { describePermissions, verdicts } from '../support/permissions'
import { makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const runs = { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok', lead: 'ok' } as const

const ofDraft = verdicts('NOT_FOUND', runs)

const ofPublished = verdicts('FORBIDDEN', {
  ...runs,
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

/** Nobody but the bureau runs both alliances. */
const ofBoth = verdicts('NOT_FOUND', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
  lead: 'FORBIDDEN',
})

const choice = { allianceIds: [] as string[], jurisdictionIds: [], businessKinds: [], mandateKinds: [] }

const chosen = async (w: World, state: 'DRAFT' | 'PUBLISHED', more: Partial<typeof choice> = {}) => ({
  id: await makeActivity(w, { state }),
  version: 1,
  ...choice,
  isUntrainedOnly: true,
  ...more,
})

async function leftOut(w: World) {
  const activityId = await makeActivity(w)
  const enterpriseId = w.enterprises.neighbour
  await db.audienceRule.create({ data: { activityId, exclusions: { create: { enterpriseId } } } })
  return { activityId, enterpriseId }
}

describePermissions('audiences', () => world, [
  { action: actions.chooseAudience, input: (w) => chosen(w, 'DRAFT'), expected: ofDraft },
  { action: actions.chooseAudience, input: (w) => chosen(w, 'PUBLISHED'), expected: ofPublished },
  {
    action: actions.chooseAudience,
    input: (w) => chosen(w, 'DRAFT', { allianceIds: [w.alliances.stations] }),
    expected: ofBoth,
  },
  {
    action: actions.leaveOutEnterprise,
    input: async (w) => ({ activityId: await makeActivity(w), enterpriseId: w.enterprises.member }),
    expected: ofPublished,
  },
  { action: actions.readmitEnterprise, input: leftOut, expected: ofPublished },
])
