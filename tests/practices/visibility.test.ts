import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { practiceFilterOf } from '@/lib/practices/filter-rules'
import { findPractices, listAllPractices, listPractices } from '@/lib/practices/list-queries'
import { getPractice, getPracticeFile, getTombstone } from '@/lib/practices/queries'
import { getPublicPractice, listPublicPractices } from '@/lib/practices/public-queries'
import { actorNames, buildWorld, type ActorName, type World } from '../support/world'
import { distinct, makeFile, makePractice } from './stage'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const own: ActorName[] = ['principal', 'designated', 'clerk']
const alliance: ActorName[] = ['administrator', 'officer', 'coordinator', 'deputy', 'lead', 'neighbour', ...own]
const inside: ActorName[] = [
  ...alliance,
  'jinshan',
  'jinshanAdministrator',
  'fengxian',
  'otherCoordinator',
  'otherLead',
  'stranger',
]

const everything = practiceFilterOf(() => undefined)

/** Who reads a practice of the member, in each state and class: by hand. */
const table = [
  ['a draft', { state: 'DRAFT' }, own],
  ['in review for the alliance', { state: 'IN_REVIEW' }, [...own, 'coordinator', 'deputy', 'lead']],
  ['in review for the public', { state: 'IN_REVIEW', shareClass: 'PUBLIC' }, [...own, 'coordinator', 'deputy', 'lead']],
  ['returned', { state: 'RETURNED' }, own],
  ['taken back', { state: 'RECALLED' }, own],
  ['published for the own enterprise', { state: 'PUBLISHED', shareClass: 'OWN' }, own],
  ['published for the alliance', { state: 'PUBLISHED', shareClass: 'ALLIANCE' }, alliance],
  ['published for all alliances', { state: 'PUBLISHED', shareClass: 'ALL_ALLIANCES' }, inside],
  ['for the public, before the bureau', { state: 'PUBLISHED', shareClass: 'PUBLIC' }, inside],
  ['public', { state: 'PUBLISHED', shareClass: 'PUBLIC', isPublic: true }, [...actorNames]],
] as const satisfies [string, object, readonly ActorName[]][]

describe('whoever may read a practice finds it everywhere, and whoever may not nowhere', () => {
  it.each(table)('%s', async (_name, wish, readers: readonly ActorName[]) => {
    const { practiceId, versionId } = await makePractice(world, wish)
    const fileId = await makeFile(versionId, `aa/${practiceId}`)
    const isListed = wish.state === 'PUBLISHED'
    for (const name of actorNames) {
      const actor = await world.actor(name)
      const reads = readers.includes(name)
      const found = {
        page: (await getPractice(actor, practiceId)) !== null,
        file: (await getPracticeFile(actor, practiceId, fileId)) !== null,
        list: (await listPractices(actor, everything)).rows.some(({ id }) => id === practiceId),
        search: (await findPractices(actor, distinct, 50)).some(({ id }) => id === practiceId),
        export: (await listAllPractices(actor, everything)).some(({ id }) => id === practiceId),
        outside: (await getPublicPractice(actor, practiceId)) !== null,
        outsideList: (await listPublicPractices(actor)).rows.some(({ id }) => id === practiceId),
      }
      const listed = reads && isListed
      const outside = 'isPublic' in wish
      expect(found, name).toEqual({
        page: reads,
        file: reads,
        list: listed,
        search: listed,
        export: listed,
        outside,
        outsideList: outside,
      })
    }
    await db.practice.update({
      where: { id: practiceId },
      data: { publicVersionId: null, withdrawnAt: new Date(), withdrawnById: world.people.clerk.userId },
    })
    const gone = await Promise.all(
      actorNames.map(async (name) => (await getTombstone(await world.actor(name), practiceId)) && name),
    )
    const told = isListed ? readers : own
    expect(gone.filter(Boolean).toSorted(), 'tombstone').toEqual([...told].toSorted())
    for (const name of actorNames) expect(await getPractice(await world.actor(name), practiceId), name).toBeNull()
  })

  it('the lead’s own practice waits for the coordinator alone', async () => {
    const { practiceId } = await makePractice(world, { state: 'IN_REVIEW', owner: 'lead' })
    const readers = await Promise.all(
      actorNames.map(async (name) => ((await getPractice(await world.actor(name), practiceId)) ? [name] : [])),
    )
    expect(readers.flat()).toEqual(['coordinator', 'deputy', 'lead'])
  })

  it('a version of a narrower circle does not come out with a wider one, nor an unpublished title to the public', async () => {
    const { practiceId } = await makePractice(world, { state: 'PUBLISHED', shareClass: 'PUBLIC', isPublic: true })
    const base = {
      practiceId,
      content: {},
      authorId: world.people.clerk.userId,
      savedAt: new Date(),
      handedInAt: new Date(),
    }
    await db.practiceVersion.create({
      data: { ...base, number: 2, title: '内部旧稿', state: 'REPLACED', shareClass: 'OWN' },
    })
    const third = await db.practiceVersion.create({
      data: { ...base, number: 3, title: '尚未公开的新题', state: 'PUBLISHED', shareClass: 'PUBLIC' },
    })
    await db.practiceVersion.updateMany({ where: { practiceId, number: 1 }, data: { state: 'REPLACED' } })
    await db.practice.update({ where: { id: practiceId }, data: { currentVersionId: third.id } })
    const numbers = async (name: ActorName) =>
      (await getPractice(await world.actor(name), practiceId))?.versions.map(({ number }) => number)
    expect(await numbers('clerk')).toEqual([3, 2, 1])
    expect(await numbers('stranger')).toEqual([3, 1])
    expect(await numbers('hatless')).toEqual([1])
    expect(await findPractices(await world.actor('hatless'), '尚未公开的新题', 5)).toEqual([])
    expect(await findPractices(await world.actor('stranger'), '尚未公开的新题', 5)).toHaveLength(1)
  })
})
