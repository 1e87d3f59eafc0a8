import { beforeEach, describe, expect, it } from 'vitest'
import * as actions from '@/lib/announcements/actions'
import { tellAnnouncements } from '@/lib/announcements/jobs'
import {
  countAnnouncements,
  listAnnouncements,
  listLatest,
  listPinned,
  listPublicAnnouncements,
} from '@/lib/announcements/list-queries'
import { getAnnouncement, getAnnouncementFile, getPublicAnnouncement } from '@/lib/announcements/queries'
import { countReaders, exportReaders, listReaders } from '@/lib/announcements/reader-queries'
import { db } from '@/lib/core/db'
import { findAnnouncements } from '@/lib/search/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { emptyDatabase } from '../support/empty'
import { fingerprint } from '../support/fingerprint'
import { actorNames, buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { hoursFromNow, makeAnnouncement, makeAnnouncementFile, ofInsurer, ofJinshan } from './announce'

let world: World
beforeEach(async () => {
  setClock('2026-11-24T02:00:00Z')
  await emptyDatabase()
  world = await buildWorld()
})

const bureau: ActorName[] = ['administrator', 'officer']
const districts: ActorName[] = ['jinshan', 'jinshanAdministrator', 'fengxian']
const members: ActorName[] = ['lead', 'principal', 'designated', 'clerk', 'neighbour']
const ofMember: ActorName[] = ['lead', 'principal', 'designated', 'clerk']
const serving: ActorName[] = ['coordinator', 'deputy']
const signedIn = actorNames.filter((name) => !['anonymous', 'disabled', 'revoked'].includes(name))

/** Who finds an announcement, by each way of finding one: a way that disagrees with the others is a leak. */
async function findersOf(id: string): Promise<ActorName[]> {
  const finders: ActorName[] = []
  for (const name of actorNames) {
    const actor = await world.actor(name)
    const fileId = (await db.announcementFile.findFirst({ where: { announcementId: id } }))?.id ?? ''
    const ways = [
      (await getAnnouncement(actor, id)) !== null,
      (await getAnnouncementFile(actor, id, fileId)) !== null,
      (await findAnnouncements(actor, '冬季', 9)).rows.length > 0,
      (await Promise.all([listAnnouncements(actor, {}), listAnnouncements(actor, { show: 'own' })])).some(
        ({ rows }) => rows.length > 0,
      ),
      (await countAnnouncements(actor, {})) + (await countAnnouncements(actor, { show: 'own' })) > 0,
    ]
    expect(new Set(ways).size, `${name} finds it by some ways only: ${ways.join()}`).toBe(1)
    if (ways[0]) finders.push(name)
  }
  return finders
}

describe('an announcement is found by', () => {
  it.each([
    ['everybody, signed in or not, when it is public', () => ({ audience: 'PUBLIC' as const }), [...actorNames]],
    ['everybody signed in', () => ({ audience: 'EVERYONE' as const }), signedIn],
    ['the alliance, its insurer and the bureaus', () => ({}), [...bureau, ...districts, ...serving, ...members]],
    [
      'the firms of the jurisdiction, it and the bureau',
      () => ofJinshan(world),
      [...bureau, 'jinshan', 'jinshanAdministrator', ...ofMember],
    ],
    ['nobody but its office as a draft', () => ({ ...ofInsurer(world), publishAt: null }), serving],
    ['nobody but its office before its hour', () => ({ ...ofInsurer(world), publishAt: hoursFromNow(1) }), serving],
    [
      'nobody but its office once withdrawn',
      () => ({ ...ofJinshan(world), withdrawn: true }),
      ['jinshan', 'jinshanAdministrator'],
    ],
    [
      'nobody but the bureau once withdrawn from the public',
      () => ({ audience: 'PUBLIC' as const, withdrawn: true }),
      bureau,
    ],
  ] as const)('%s', async (_, wish, expected) => {
    const id = await makeAnnouncement(world, wish())
    await makeAnnouncementFile(id)
    const found = await findersOf(id)
    expect(found.toSorted()).toEqual([...expected].toSorted())
  })

  it('a lead company only while it leads', async () => {
    const id = await makeAnnouncement(world, {
      authorRole: 'ENTERPRISE',
      enterpriseId: world.enterprises.lead,
      publishAt: null,
    })
    expect(await getAnnouncement(await world.actor('lead'), id)).not.toBeNull()
    await db.membership.update({ where: { id: world.memberships.lead }, data: { kind: 'MEMBER' } })
    expect(await getAnnouncement(await world.actor('lead'), id)).toBeNull()
  })
})

describe('by time alone', () => {
  it('a scheduled one becomes readable, public pages included, and its audience is told once however often', async () => {
    const id = await makeAnnouncement(world, { audience: 'PUBLIC', publishAt: hoursFromNow(1) })
    const anonymous = await world.actor('anonymous')
    await tellAnnouncements()
    expect(await db.notification.count()).toBe(0)
    expect((await listPublicAnnouncements(anonymous, 3)).total).toBe(0)
    expect(await getPublicAnnouncement(anonymous, id)).toBeNull()

    setClock('2026-11-24T03:00:00Z')
    expect((await listPublicAnnouncements(anonymous, 3)).rows).toMatchObject([{ id }])
    expect(await getPublicAnnouncement(anonymous, id)).toMatchObject({ id, state: 'PUBLISHED' })
    await Promise.all([tellAnnouncements(), tellAnnouncements(), tellAnnouncements()])
    await tellAnnouncements()
    const told = await db.notification.groupBy({ by: ['userId'], _count: true })
    expect(told.every(({ _count }) => _count === 1)).toBe(true)
    // Everybody who may sign in, but for whoever wrote it.
    expect(told).toHaveLength((await db.user.count({ where: { disabledAt: null } })) - 1)
  })

  it('tells an alliance: its members and its insurer, of today', async () => {
    await makeAnnouncement(world)
    await tellAnnouncements()
    const told = await db.notification.findMany({ select: { user: { select: { name: true } } } })
    expect(told.map(({ user }) => user.name).toSorted()).toEqual([...members, ...serving].toSorted())
  })

  it('tells a jurisdiction and its firms', async () => {
    await makeAnnouncement(world, ofJinshan(world))
    await tellAnnouncements()
    const told = await db.notification.findMany({ select: { user: { select: { name: true } } } })
    expect(told.map(({ user }) => user.name).toSorted()).toEqual(
      [...ofMember, 'jinshan', 'jinshanAdministrator'].toSorted(),
    )
  })
})

describe('reading', () => {
  it('changes nothing; noting is a press, once for a firm', async () => {
    const id = await makeAnnouncement(world)
    const officer = await world.actor('officer')
    const before = await fingerprint()
    await getAnnouncement(await world.actor('principal'), id)
    await listLatest(await world.actor('principal'), 3)
    expect(await fingerprint()).toBe(before)

    const presses = await Promise.all(
      (['principal', 'designated', 'clerk'] as const).map((name) => act(world, name, actions.noteAnnouncement, { id })),
    )
    expect(presses.filter((result) => result.ok && result.data.isNew)).toHaveLength(1)
    const announcement = await getAnnouncement(officer, id)
    if (!announcement) throw new Error('gone')
    expect(await countReaders(officer, announcement)).toEqual({ read: 1, all: 3 })
    expect((await listReaders(officer, announcement, { show: 'read' })).rows.map(({ id }) => id)).toEqual([
      world.enterprises.member,
    ])
    expect((await listReaders(officer, announcement, { show: 'unread' })).rows).toHaveLength(2)
    expect(await exportReaders(officer, announcement)).toHaveLength(3)
    expect(await db.accessEvent.findFirst({ where: { kind: 'EXPORT' } })).toMatchObject({
      subjectType: 'announcement',
      subjectId: id,
    })
    for (const name of ['coordinator', 'jinshan', 'principal'] as const) {
      const seen = await getAnnouncement(await world.actor(name), id)
      expect(seen && (await countReaders(await world.actor(name), seen))).toBeNull()
      expect(seen && (await exportReaders(await world.actor(name), seen))).toBeNull()
    }
  })

  it('marks what the firm, or the person without one, has not noted', async () => {
    const id = await makeAnnouncement(world)
    const isNoted = async (name: ActorName) => (await listLatest(await world.actor(name), 3))[0]?.isNoted
    await act(world, 'principal', actions.noteAnnouncement, { id })
    await act(world, 'coordinator', actions.noteAnnouncement, { id })
    expect(await Promise.all((['clerk', 'neighbour', 'coordinator', 'deputy'] as const).map(isNoted))).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(await countAnnouncements(await world.actor('clerk'), { show: 'unread' })).toBe(0)
    expect(await countAnnouncements(await world.actor('neighbour'), { show: 'unread' })).toBe(1)
  })

  it('counts the firms of a jurisdiction, the closed and the author left out', async () => {
    const id = await makeAnnouncement(world, ofJinshan(world))
    const counted = async (name: ActorName, announcementId: string) => {
      const actor = await world.actor(name)
      const announcement = await getAnnouncement(actor, announcementId)
      return announcement && countReaders(actor, announcement)
    }
    expect(await counted('jinshan', id)).toEqual({ read: 0, all: 2 })
    await db.enterprise.update({ where: { id: world.enterprises.member }, data: { closedOn: worldNow } })
    expect(await counted('jinshan', id)).toEqual({ read: 0, all: 1 })
    const ofLead = await makeAnnouncement(world, { authorRole: 'ENTERPRISE', enterpriseId: world.enterprises.lead })
    expect(await counted('lead', ofLead)).toEqual({ read: 0, all: 1 })
  })
})

it('pinned ones stand above until their last day, on the first page and nowhere twice', async () => {
  const pinned = await makeAnnouncement(world, { pinnedUntil: '2026-11-24', publishAt: hoursFromNow(-48) })
  const plain = await makeAnnouncement(world)
  const actor = await world.actor('principal')
  expect((await listPinned(actor, {})).map(({ id }) => id)).toEqual([pinned])
  expect((await listAnnouncements(actor, {})).rows.map(({ id }) => id)).toEqual([plain])
  expect((await listLatest(actor, 3)).map(({ id }) => id)).toEqual([pinned, plain])
  expect(await listPinned({ ...actor, today: '2026-11-25' }, {})).toEqual([])
  expect((await listAnnouncements({ ...actor, today: '2026-11-25' }, {})).rows).toHaveLength(2)
})
