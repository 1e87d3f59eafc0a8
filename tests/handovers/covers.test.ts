import { beforeEach, describe, expect, it } from 'vitest'
import { resolveSession } from '@/lib/access/identity'
import { perform } from '@/lib/access/perform'
import * as alliances from '@/lib/alliances/actions'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/handovers/actions'
import { listCovers } from '@/lib/handovers/queries'
import * as topics from '@/lib/topics/actions'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
let postId: string
let colleague: { userId: string; sessionId: string }

beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
  const post = await db.insurerAppointment.findFirstOrThrow({
    where: { coordinatorId: world.people.coordinator.userId },
  })
  postId = post.id
  const user = await db.user.create({ data: { name: '李四', email: 'li@world.test' } })
  await db.appointment.create({
    data: { userId: user.id, role: 'INSURER', insurerId: world.insurers.own, startsOn: toDate('2026-01-01') },
  })
  const session = await db.session.create({
    data: { userId: user.id, lastSeenAt: worldNow, createdAt: worldNow, expiresAt: new Date('2026-12-31') },
  })
  colleague = { userId: user.id, sessionId: session.id }
})

const begin = (over = {}) =>
  act(world, 'coordinator', actions.beginCover, {
    appointmentId: postId,
    deputyId: colleague.userId,
    startsOn: '2026-11-24',
    lastDay: '2026-11-26',
    reason: '外出培训',
    ...over,
  })

async function wear(at = worldNow) {
  await db.session.update({ where: { id: colleague.sessionId }, data: { lastSeenAt: at } })
  const live = await resolveSession(db, colleague.sessionId, at)
  const cover = live?.identity.hats.find(({ key }) => key.startsWith('cover:'))
  if (cover) await db.session.update({ where: { id: colleague.sessionId }, data: { hat: cover.key } })
  const worn = await resolveSession(db, colleague.sessionId, at)
  return { cover, actor: worn?.actor }
}

describe('whoever stands in', () => {
  it('wears a hat of that one alliance, and the trail says for whom', async () => {
    expect((await wear()).cover).toBeUndefined()
    expect(await begin()).toMatchObject({ ok: true })
    const { cover, actor } = await wear()
    expect(cover).toMatchObject({
      label: '代 coordinator（油漆涂料 承保专人）',
      hat: { kind: 'INSURER', isAdministrator: false, allianceIds: [world.alliances.coatings] },
    })
    if (!actor) throw new Error('nobody')
    const input = { allianceYearId: world.years.coatings, title: '代班时新增', ownerId: null }
    expect((await perform(topics.planTopic.definition, actor, input)).result).toMatchObject({ ok: true })
    expect(await db.auditEvent.findFirst({ where: { verb: 'topic.plan', actorId: colleague.userId } })).toMatchObject({
      actorName: '李四',
      actorHat: '代 coordinator（油漆涂料 承保专人）',
    })
    const elsewhere = { ...input, allianceYearId: world.years.stations }
    expect((await perform(topics.planTopic.definition, actor, elsewhere)).result).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('may not arrange a cover in turn', async () => {
    await begin()
    const { actor } = await wear()
    if (!actor) throw new Error('nobody')
    const input = {
      appointmentId: postId,
      deputyId: world.people.deputy.userId,
      startsOn: '2026-12-01',
      lastDay: '2026-12-02',
      reason: '转托',
    }
    expect((await perform(actions.beginCover.definition, actor, input)).result).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('does so from the first to the last day and no longer, without anybody doing anything', async () => {
    await begin({ startsOn: '2026-11-25' })
    const on = async (day: string) => (await wear(new Date(`${day}T02:00:00Z`))).cover !== undefined
    expect([await on('2026-11-24'), await on('2026-11-25'), await on('2026-11-26'), await on('2026-11-27')]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('is out when the coordinator is back, when the post ends, and when they leave the insurer', async () => {
    const begun = await begin()
    if (!begun.ok) throw new Error(begun.code)
    const ended = await act(world, 'coordinator', actions.endCover, { coverId: begun.data.coverId })
    expect(ended).toMatchObject({ ok: true })
    expect((await wear()).cover).toBeUndefined()
    expect(await act(world, 'coordinator', actions.endCover, { coverId: begun.data.coverId })).toMatchObject({
      code: 'COVER_ENDED',
    })
    await begin()
    expect((await wear()).cover).toBeDefined()
    await db.appointment.updateMany({ where: { userId: colleague.userId }, data: { endsOn: toDate('2026-11-24') } })
    expect((await wear()).cover).toBeUndefined()
    await db.appointment.updateMany({ where: { userId: colleague.userId }, data: { endsOn: null } })
    await db.insurerAppointment.update({ where: { id: postId }, data: { endsOn: toDate('2026-11-24') } })
    expect((await wear()).cover).toBeUndefined()
  })
})

describe('a cover is refused', () => {
  it.each([
    [
      'for the coordinator',
      () => ({ deputyId: world.people.coordinator.userId }),
      { fields: { deputyId: 'SAME_PERSON' } },
    ],
    [
      'by somebody of another insurer',
      () => ({ deputyId: world.people.otherCoordinator.userId }),
      { code: 'NOT_OF_THIS_INSURER' },
    ],
    ['from yesterday on', () => ({ startsOn: '2026-11-23' }), { fields: { startsOn: 'IN_THE_PAST' } }],
    ['backwards', () => ({ lastDay: '2026-11-23' }), { fields: { lastDay: 'ENDS_BEFORE_START' } }],
    ['for longer than three months', () => ({ lastDay: '2027-06-01' }), { code: 'COVER_TOO_LONG' }],
    ['without a reason', () => ({ reason: ' ' }), { fields: { reason: 'REQUIRED' } }],
    ['by nobody', () => ({ deputyId: '' }), { fields: { deputyId: 'REQUIRED' } }],
  ] as const)('%s', async (_, over, answer) => {
    expect(await begin(over())).toMatchObject({ ok: false, ...answer })
  })

  it('beyond the term of the post', async () => {
    await db.insurerAppointment.update({ where: { id: postId }, data: { endsOn: toDate('2026-11-26') } })
    expect(await begin()).toMatchObject({ code: 'COVER_OUTSIDE_APPOINTMENT' })
    expect(await begin({ lastDay: '2026-11-25' })).toMatchObject({ ok: true })
  })

  it('where somebody stands in already, however fast', async () => {
    const results = await Promise.all([begin(), begin(), begin()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(['COVERS_DO_NOT_OVERLAP', 'BUSY']).toContain(result.code)
    expect(await begin({ startsOn: '2026-11-27', lastDay: '2026-11-30' })).toMatchObject({ ok: true })
  })
})

it('that begins while the post ends gives nobody any right afterwards', async () => {
  const [, ended] = await Promise.all([
    begin(),
    act(world, 'administrator', alliances.endInsurerAppointment, {
      appointmentId: postId,
      lastDay: '2026-11-23',
      reason: '合同终止',
    }),
  ])
  expect(ended).toMatchObject({ ok: true })
  expect((await wear()).cover).toBeUndefined()
})

it('is listed for whoever knows of the post, and for nobody else', async () => {
  await begin()
  const count = async (name: Parameters<World['actor']>[0]) => (await listCovers(await world.actor(name))).length
  expect(
    await Promise.all((['officer', 'coordinator', 'insurerAdministrator', 'principal', 'jinshan'] as const).map(count)),
  ).toEqual([1, 1, 1, 1, 1])
  expect(
    await Promise.all(
      (['otherCoordinator', 'formerCoordinator', 'stranger', 'hatless', 'anonymous'] as const).map(count),
    ),
  ).toEqual([0, 0, 0, 0, 0])
})
