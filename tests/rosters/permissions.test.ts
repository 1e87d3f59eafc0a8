import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { closeActivity } from '@/lib/activities/actions'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/rosters/actions'
import { getRoster } from '@/lib/rosters/queries'
import { importRoster } from '@/lib/rosters/upload-actions'
import { publishHall, type Hall } from '../attendance/hall'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
let hall: Hall
beforeAll(async () => {
  world = await buildWorld()
  hall = await publishHall(world, { startsInMinutes: -100 })
})

const person = (name: string, minutes = 100) => ({
  name,
  joinedAt: hall.startsAt,
  leftAt: new Date(hall.startsAt.getTime() + minutes * 60_000),
  minutes,
  sittings: 1,
})

const list = (people: ReturnType<typeof person>[], sha256 = randomUUID()) => ({
  activityId: hall.id,
  fileName: '参会名单.csv',
  sha256,
  people,
  unread: [],
})

const as = async (actor: ActorName, definition: object, input: object) =>
  (await perform(definition as never, await world.actor(actor), input as never)).result

/** A list with one line of the designated person of the member; the ids of both. */
async function imported(names = ['designated']) {
  const result = await as('coordinator', importRoster.definition, list(names.map((name) => person(name))))
  const { id } = (result as unknown as { data: { id: string } }).data
  const lines = await db.rosterLine.findMany({ where: { rosterId: id }, orderBy: { position: 'asc' } })
  return { rosterId: id, lines, line: lines[0]?.id ?? '' }
}

const running = verdicts('FORBIDDEN', {
  hatless: 'NOT_FOUND',
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

describePermissions('rosters', () => world, [
  { action: importRoster, input: () => list([person('李四')]), expected: running },
  {
    action: actions.confirmRosterLine,
    input: async () => ({
      id: (await imported()).line,
      userId: world.people.designated.userId,
      enterpriseIds: [world.enterprises.member],
    }),
    expected: running,
  },
  {
    action: actions.confirmProposals,
    input: async () => {
      const { rosterId, line } = await imported()
      return { rosterId, proposals: [{ id: line, userId: world.people.designated.userId }] }
    },
    expected: running,
  },
  { action: actions.setRosterLineAside, input: async () => ({ id: (await imported()).line }), expected: running },
  { action: actions.takeRosterLineUp, input: async () => ({ id: (await imported()).line }), expected: running },
])

describe('an online list', () => {
  beforeEach(async () => {
    hall = await publishHall(world, { startsInMinutes: -100 })
  })
  const attendances = () => db.attendance.findMany({ where: { activityId: hall.id, undoneAt: null } })
  const audits = (verb: string) => db.auditEvent.count({ where: { subjectId: hall.id, verb } })

  it('imported again is the list that is there, in a race too', async () => {
    const input = list([person('designated')])
    const results = await Promise.all([1, 2, 3].map(() => as('coordinator', importRoster.definition, input)))
    expect(new Set(results.map((result) => JSON.stringify(result)))).toHaveProperty('size', 1)
    expect(await db.rosterLine.count({ where: { roster: { activityId: hall.id } } })).toBe(1)
    expect(await audits('attendance.import-list')).toBe(1)
  })

  it('credits nobody by a name alone: proposed is who alone has it, for one enterprise', async () => {
    const twin = await hall.guest(world.enterprises.member)
    await db.user.update({ where: { id: twin }, data: { name: 'principal' } })
    const { rosterId } = await imported(['designated', 'principal', '没有此人'])
    expect(await attendances()).toEqual([])
    const view = await getRoster(await world.actor('coordinator'), hall.id, rosterId)
    expect(
      view?.lines.map(({ name, proposal, candidates }) => [name, proposal?.name ?? null, candidates.length]),
    ).toEqual([
      ['designated', 'designated', 1],
      ['principal', null, 2],
      ['没有此人', null, 0],
    ])
    await db.user.update({ where: { id: twin }, data: { name: 'twin' } })
  })

  it('confirmed twice at once is recorded once, with the minutes of the list', async () => {
    const { line } = await imported()
    const input = { id: line, userId: world.people.designated.userId, enterpriseIds: [world.enterprises.member] }
    const results = await Promise.all(
      [1, 2, 3].map(() => as('coordinator', actions.confirmRosterLine.definition, input)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'ROSTER_LINE_DECIDED' })
    const rows = await attendances()
    expect(rows).toMatchObject([{ method: 'ONLINE_LIST', onlineMinutes: 100, mandateKind: 'DESIGNATED' }])
  })

  it('confirms in bulk what was shown and still is so, once in a race, and nothing else', async () => {
    const { rosterId, lines } = await imported(['designated', 'principal', 'neighbour'])
    const { designated, principal } = world.people
    const shown = [
      { id: lines[0]?.id ?? '', userId: designated.userId },
      // Shown as somebody else: the proposal is another one by now.
      { id: lines[1]?.id ?? '', userId: designated.userId },
    ]
    const press = () => as('coordinator', actions.confirmProposals.definition, { rosterId, proposals: shown })
    await Promise.all([press(), press()])
    expect((await attendances()).map(({ userId }) => userId)).toEqual([designated.userId])
    expect(await audits('attendance.confirm-proposals')).toBe(1)
    const open = await db.rosterLine.findMany({ where: { rosterId, state: 'OPEN' }, orderBy: { position: 'asc' } })
    expect(open.map(({ name }) => name)).toEqual(['principal', 'neighbour'])
    expect(principal.userId).not.toBe(designated.userId)
  })

  it('of another file credits nobody a second time', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { line } = await imported()
      const input = { id: line, userId: world.people.designated.userId, enterpriseIds: [world.enterprises.member] }
      expect(await as('coordinator', actions.confirmRosterLine.definition, input)).toMatchObject({ ok: true })
    }
    expect(await attendances()).toHaveLength(1)
  })

  it('a line is set aside and taken up again; what is closed takes no more', async () => {
    const { line } = await imported()
    const of = { id: line }
    expect(await as('coordinator', actions.setRosterLineAside.definition, of)).toMatchObject({ ok: true })
    const input = { id: line, userId: world.people.designated.userId, enterpriseIds: [] }
    const refused = await as('coordinator', actions.confirmRosterLine.definition, input)
    expect(refused).toMatchObject({ code: 'ROSTER_LINE_DECIDED' })
    expect(await as('coordinator', actions.takeRosterLineUp.definition, of)).toMatchObject({ ok: true })
    await db.activity.update({ where: { id: hall.id }, data: { state: 'HELD' } })
    await as('coordinator', closeActivity.definition, { id: hall.id })
    expect(await as('officer', actions.confirmRosterLine.definition, input)).toMatchObject({ code: 'ROSTER_NOT_NOW' })
  })

  it('whoever is not of the audience is not to be had by an address', async () => {
    const { line } = await imported()
    const input = { id: line, userId: world.people.stranger.userId, enterpriseIds: [] }
    expect(await as('coordinator', actions.confirmRosterLine.definition, input)).toMatchObject({
      code: 'PERSON_NOT_AT_DOOR',
    })
  })
})
