import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/years/actions'
import { copyPlanSubject } from '@/lib/years/copy-queries'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** The bureau sets all nine up at once; that there are years is no secret, that they are copied is the bureau's. */
const municipal = { administrator: 'ok', officer: 'ok' } as const
const decided = verdicts('FORBIDDEN', municipal)
const hidden = verdicts('NOT_FOUND', municipal)

async function nothingCopied(): Promise<void> {
  await db.yearCopy.deleteMany()
  await db.allianceYear.deleteMany({ where: { year: 2027 } })
}

async function copied(): Promise<{ copyId: string }> {
  await nothingCopied()
  const { id } = await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2027 } })
  const made = { years: [{ id, allianceId: world.alliances.coatings }], topics: [], leads: [], insurers: [] }
  const copy = await db.yearCopy.create({
    data: { fromYear: 2026, toYear: 2027, made, madeById: world.people.officer.userId, madeAt: new Date('2026-11-24') },
  })
  return { copyId: copy.id }
}

const rows: PermissionRow[] = [
  {
    action: actions.copyYear,
    input: async (_, name) => {
      await nothingCopied()
      const actor = await world.actor(name)
      const { fingerprint } = await db.$transaction((tx) => copyPlanSubject(tx, actor, { from: 2026, to: 2027 }))
      const take = [`year:${world.alliances.coatings}`]
      return { from: 2026, to: 2027, fingerprint, take, withSteps: true, reason: '' }
    },
    expected: decided,
  },
  { action: actions.undoYearCopy, input: copied, expected: hidden },
  {
    action: actions.configureAllYears,
    input: async () => {
      const { id, version } = await db.allianceYear.findUniqueOrThrow({ where: { id: world.years.coatings } })
      return { year: 2026, rows: [{ allianceYearId: id, version, meetingTarget: version, trainingMinimum: 1 }] }
    },
    expected: decided,
  },
  {
    action: actions.startAllYears,
    input: async () => {
      await nothingCopied()
      await db.allianceYear.create({ data: { allianceId: world.alliances.coatings, year: 2027 } })
      return { year: 2027 }
    },
    expected: decided,
  },
]

describePermissions('years', () => world, rows)
