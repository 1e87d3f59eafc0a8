import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/plans/actions'
import { getCopyPreview, getSeriesPreview } from '@/lib/plans/preview-queries'
import { makeActivity } from '../support/stage'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { coatingsOf, meetings } from './plan'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await makeActivity(world, { state: 'CLOSED', startsAt: new Date('2026-03-11T06:00:00Z') })
})

/** What a runner of the alliance sees and presses, on an empty plan. */
async function pressed(w: World) {
  await db.plannedActivity.deleteMany()
  return { actor: await w.actor('coordinator'), asked: { alliance: coatingsOf(w), year: 2027 } }
}

/** Members and districts know the plan and do not make it; to others of the alliance's there is nothing. */
const expected = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

const rows: PermissionRow[] = [
  {
    action: actions.createSeries,
    input: async (w) => {
      const { actor, asked } = await pressed(w)
      const { fingerprint, lines } = await getSeriesPreview(actor, asked, meetings)
      const take = lines.map(({ key }) => key)
      return { allianceId: asked.alliance.id, year: 2027, fingerprint, take, series: meetings }
    },
    expected,
  },
  {
    action: actions.copyDates,
    input: async (w) => {
      const { actor, asked } = await pressed(w)
      const { fingerprint, lines } = await getCopyPreview(actor, asked)
      return { allianceId: asked.alliance.id, year: 2027, fingerprint, take: lines.map(({ key }) => key) }
    },
    expected,
  },
]

describePermissions('plans', () => world, rows)
