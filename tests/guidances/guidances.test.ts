import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/guidances/actions'
import { removeAdviceFile } from '@/lib/guidances/file-actions'
import { escalateAllAdvice } from '@/lib/guidances/jobs'
import { getAdviceFile } from '@/lib/guidances/file-queries'
import {
  countWaitingGuidances,
  getGuidance,
  listGuidances,
  listOrganisers,
  listOwnAdvice,
} from '@/lib/guidances/queries'
import { pointsOf } from '@/lib/guidances/rules'
import { addAdviceFile } from '@/lib/guidances/upload-actions'
import { upload } from '../problems/evidence'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeAdvice, makeExpert, makeRequest } from './request'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const stateOf = (id: string) => db.guidanceRequest.findUniqueOrThrow({ where: { id } })

const told = async (id: string, kind: string) =>
  (await db.notification.findMany({ where: { href: `/portal/guidances/${id}`, kind } }))
    .map(({ userId }) => userId)
    .sort()

const people = (...names: Exclude<ActorName, 'anonymous'>[]) => names.map((name) => world.people[name].userId).sort()

describe('from the request to the advice', () => {
  it('each step tells the one whose turn it is, and the advice is answered and verified by two parties', async () => {
    const asked = await act(world, 'designated', actions.requestGuidance, {
      field: 'STORAGE',
      title: '储罐区雷电防护',
      description: '请专家现场看一看接地',
      wishedFrom: '2026-11-24',
      wishedTo: '2026-12-20',
      key: randomUUID(),
    })
    const id = asked.ok ? asked.data.id : ''
    expect(await stateOf(id)).toMatchObject({ enterpriseId: world.enterprises.member, state: 'REQUESTED' })
    expect(await told(id, 'GUIDANCE_REQUESTED')).toEqual(people('jinshan', 'jinshanAdministrator'))

    const approval = { expertIds: [await makeExpert(world)], organiserAllianceId: world.alliances.coatings }
    const approve = { id, version: 1, ...approval, visitOn: '2026-11-24' }
    expect(await act(world, 'jinshan', actions.approveGuidance, approve)).toMatchObject({ ok: true })
    expect(await told(id, 'GUIDANCE_APPROVED')).toEqual(people('principal', 'designated'))
    expect(await told(id, 'GUIDANCE_GIVEN')).toEqual(people('coordinator', 'deputy'))

    const points = ['更换锈蚀的接地线', '补做年度检测']
    const advice = { id, version: 2, summary: '总体较好', points, dueOn: '2026-12-31' }
    expect(await act(world, 'coordinator', actions.advise, advice)).toMatchObject({ ok: true })
    expect(await act(world, 'officer', actions.advise, advice)).toMatchObject({ code: 'GUIDANCE_NOT_APPROVED' })
    expect(await told(id, 'GUIDANCE_ADVISED')).toEqual(people('principal', 'designated'))

    const [first] = (await getGuidance(await world.actor('principal'), id))?.advice ?? []
    const adviceId = first?.id ?? ''
    const answer = { adviceId, version: 1, state: 'DONE', answer: '已换，见照片' } as const
    expect((await act(world, 'principal', actions.answerAdvice, answer)).ok).toBe(true)
    expect(await act(world, 'coordinator', actions.verifyAdvice, { adviceId, version: 1 })).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await act(world, 'coordinator', actions.verifyAdvice, { adviceId, version: 2 })).ok).toBe(true)
    expect(await act(world, 'principal', actions.answerAdvice, { ...answer, version: 3 })).toMatchObject({
      code: 'PROBLEM_TODO_VERIFIED',
    })
    const trail = await db.auditEvent.findMany({ where: { subjectType: 'guidance', subjectId: id } })
    expect(trail).toHaveLength(5)
    expect(JSON.stringify(trail)).not.toMatch(/接地线|检测|总体|照片/)
  })

  it('is decided once, when two decide at once', async () => {
    const id = await makeRequest(world)
    const approval = { expertIds: [await makeExpert(world)], organiserAllianceId: null, visitOn: null }
    const both = await Promise.all([
      act(world, 'jinshan', actions.approveGuidance, { id, version: 1, ...approval }),
      act(world, 'officer', actions.refuseGuidance, { id, version: 1, reason: '可由联盟培训解决' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await stateOf(id)).state).toBe(both[0].ok ? 'APPROVED' : 'REFUSED')
  })

  it('no advice before the visit has been, and none on a request that was given up', async () => {
    const advice = { summary: '总体较好', points: ['更换锈蚀的接地线'], dueOn: '2026-12-31' }
    for (const visitOn of [undefined, '2026-11-25']) {
      const id = await makeRequest(world, { state: 'APPROVED', ...(visitOn && { visitOn }) })
      const tried = await act(world, 'officer', actions.advise, { id, version: 1, ...advice })
      expect(tried).toMatchObject({ code: 'GUIDANCE_NOT_VISITED' })
    }
    const id = await makeRequest(world, { state: 'APPROVED', visitOn: '2026-11-24', isGiven: true })
    await act(world, 'principal', actions.withdrawGuidance, { id, version: 1, reason: '问题已解决' })
    expect(await told(id, 'GUIDANCE_WITHDRAWN')).toEqual(
      people('jinshan', 'jinshanAdministrator', 'coordinator', 'deputy'),
    )
    expect(await act(world, 'officer', actions.advise, { id, version: 2, ...advice })).toMatchObject({
      code: 'GUIDANCE_NOT_APPROVED',
    })
    await expect(db.guidanceRequest.update({ where: { id }, data: { state: 'ADVISED' } })).rejects.toThrow(/advised/)
  })

  it('only experts in the register, and only a coordinator of the enterprise’s own alliance', async () => {
    const id = await makeRequest(world)
    const retired = await makeExpert(world)
    await db.expert.update({ where: { id: retired }, data: { retiredAt: worldNow } })
    const approve = (input: { expertIds: string[]; organiserAllianceId: string | null }) =>
      act(world, 'officer', actions.approveGuidance, { id, version: 1, visitOn: null, ...input })
    expect(await approve({ expertIds: [retired], organiserAllianceId: null })).toMatchObject({
      fields: { expertIds: 'NOT_A_CHOICE' },
    })
    const expertIds = [await makeExpert(world)]
    expect(await approve({ expertIds, organiserAllianceId: world.alliances.stations })).toMatchObject({
      fields: { organiserAllianceId: 'NOT_A_CHOICE' },
    })
    expect((await stateOf(id)).state).toBe('REQUESTED')
    const request = await getGuidance(await world.actor('officer'), id)
    if (!request) throw new RangeError('no request')
    const offered = async (name: ActorName) => (await listOrganisers(await world.actor(name), request)).length
    expect([await offered('officer'), await offered('principal')]).toEqual([1, 0])
  })
})

describe('who knows of it', () => {
  it('the enterprise, the bureau, its district and the coordinator in charge; not the lead company, nor another district', async () => {
    const id = await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' })
    await makeAdvice(world, id)
    const sees = async (name: ActorName) => (await getGuidance(await world.actor(name), id)) !== null
    for (const name of ['principal', 'clerk', 'officer', 'jinshan', 'coordinator', 'deputy'] as const)
      expect(await sees(name), name).toBe(true)
    const closed = ['lead', 'neighbour', 'fengxian', 'otherCoordinator', 'formerCoordinator', 'stranger', 'anonymous']
    for (const name of closed as ActorName[]) expect(await sees(name), name).toBe(false)
  })

  it('the queue counts what waits, and pages through it in the order of asking', async () => {
    await db.guidanceAdvice.deleteMany()
    await db.guidanceExpert.deleteMany()
    await db.guidanceRequest.deleteMany()
    const jinshan = await world.actor('jinshan')
    for (let made = 0; made < 51; made += 1) await makeRequest(world)
    await makeRequest(world, { firm: 'neighbour' })
    expect(await countWaitingGuidances(jinshan)).toBe(51)
    expect(await countWaitingGuidances(await world.actor('principal'))).toBe(0)
    const first = await listGuidances(jinshan, { state: 'REQUESTED' })
    const second = await listGuidances(jinshan, { state: 'REQUESTED', cursor: first.next ?? '' })
    expect([first.rows.length, second.rows.length, first.total]).toEqual([50, 1, 51])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(51)
    expect((await listGuidances(jinshan, { state: 'ADVISED' })).total).toBe(0)
  })
})

it('points come from the lines of a report, numbered or not, and none is lost', () => {
  expect(pointsOf('1. 更换接地线\n（2）补做检测\n\n- 修订规程\n3、 120℃ 联锁复核')).toEqual([
    '更换接地线',
    '补做检测',
    '修订规程',
    '120℃ 联锁复核',
  ])
  const point = fc.stringMatching(/^[\u4e00-\u9fa5]{2,20}$/)
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const numbered = points.map((text, index) => `${index + 1}. ${text}`).join('\n')
      expect(pointsOf(numbered)).toEqual(points)
      expect(pointsOf(points.join('\n\n'))).toEqual(points)
    }),
  )
})

describe('overdue advice', () => {
  it('is urged once a day each, by two who press at once too, and its enterprise is told once', async () => {
    const id = await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' })
    const first = await makeAdvice(world, id, 'OPEN', '2026-11-23')
    expect(await act(world, 'jinshan', actions.urgeGuidance, { id: await makeRequest(world) })).toMatchObject({
      code: 'GUIDANCE_NOTHING_OVERDUE',
    })
    const urge = (who: ActorName) => act(world, who, actions.urgeGuidance, { id })
    const both = await Promise.all([urge('coordinator'), urge('officer')])
    expect(
      both
        .map((one) => (one.ok ? one.data.urged : one.code))
        .map(String)
        .toSorted(),
    ).toEqual(['1', 'GUIDANCE_URGED_TODAY'])
    expect(await told(id, 'ADVICE_URGED')).toEqual(people('principal', 'designated'))
    expect(await db.auditEvent.count({ where: { subjectId: id, verb: 'guidance.urge' } })).toBe(1)

    // A day later.
    await db.guidanceUrge.updateMany({ data: { onDay: new Date('2026-11-23') } })
    expect(await urge('deputy')).toMatchObject({ ok: true, data: { urged: 1 } })
    await db.guidanceAdvice.update({
      where: { id: first },
      data: { state: 'DONE', answer: '已换', answeredAt: worldNow, answeredById: world.people.principal.userId },
    })
    expect(await urge('deputy')).toMatchObject({ code: 'GUIDANCE_NOTHING_OVERDUE' })
  })

  it('is told of once to the bureau and to who arranged the visit, when it is overdue by seven days', async () => {
    await db.guidanceAdvice.updateMany({ data: { escalatedAt: worldNow } })
    const id = await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-10' })
    const adviceId = await makeAdvice(world, id, 'OPEN', '2026-11-18')
    await escalateAllAdvice()
    expect(await told(id, 'ADVICE_OVERDUE')).toEqual([])
    await db.guidanceAdvice.update({ where: { id: adviceId }, data: { dueOn: new Date('2026-11-17') } })
    await Promise.all([escalateAllAdvice(), escalateAllAdvice()])
    await escalateAllAdvice()
    expect(await told(id, 'ADVICE_OVERDUE')).toEqual(people('jinshan', 'jinshanAdministrator', 'coordinator', 'deputy'))
  })

  it('stands on the home of its enterprise alone, the most urgent first, until it is done', async () => {
    const id = await makeRequest(world, { firm: 'neighbour', state: 'ADVISED', visitOn: '2026-11-20' })
    await makeAdvice(world, id, 'DONE')
    await db.guidanceAdvice.createMany({
      data: [
        { requestId: id, position: 1, text: '后', dueOn: new Date('2026-12-20') },
        { requestId: id, position: 2, text: '先', dueOn: new Date('2026-11-20'), state: 'OPEN' },
      ],
    })
    const own = await listOwnAdvice(await world.actor('neighbour'))
    expect([own.total, own.rows.map(({ text }) => text)]).toEqual([2, ['先', '后']])
    for (const name of ['officer', 'coordinator', 'anonymous'] as const)
      expect(await listOwnAdvice(await world.actor(name))).toEqual({ rows: [], total: 0 })
    const others = (await listOwnAdvice(await world.actor('principal'))).rows
    expect(others.every(({ request }) => request.id !== id)).toBe(true)
  })
})

describe('evidence of a point', () => {
  it('is read by whoever reads the advice and by nobody else, and is what was read when it is verified', async () => {
    const id = await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' })
    const adviceId = await makeAdvice(world, id, 'DONE')
    const added = await act(world, 'principal', addAdviceFile, { adviceId, file: upload() })
    const fileId = added.ok ? added.data.id : ''
    const reads = async (name: ActorName) => (await getAdviceFile(await world.actor(name), adviceId, fileId)) !== null
    for (const name of ['principal', 'coordinator', 'officer', 'jinshan'] as const) expect(await reads(name)).toBe(true)
    // The lead company of the alliance is a competitor.
    for (const name of ['lead', 'neighbour', 'fengxian', 'otherCoordinator', 'anonymous'] as const)
      expect(await reads(name)).toBe(false)

    const verify = (version: number) => act(world, 'coordinator', actions.verifyAdvice, { adviceId, version })
    expect(await verify(1)).toMatchObject({ code: 'CONFLICT' })
    expect((await verify(2)).ok).toBe(true)
    const more = await act(world, 'principal', addAdviceFile, { adviceId, file: upload() })
    expect(more).toMatchObject({ code: 'GUIDANCE_EVIDENCE_FIXED' })
    const gone = await act(world, 'principal', removeAdviceFile, { id: fileId })
    expect(gone).toMatchObject({ code: 'GUIDANCE_EVIDENCE_FIXED' })
  })
})

it('a request that is pressed ten times at the same instant is one, and its bureau is told once', async () => {
  const wish = { wishedFrom: '2026-12-01', wishedTo: '2026-12-20', key: randomUUID() }
  const asked = { field: 'PROCESS', title: '反应釜热失控', description: '请专家评估', ...wish } as const
  const ask = (title = asked.title as string) => act(world, 'designated', actions.requestGuidance, { ...asked, title })
  const ids = (await Promise.all(Array.from({ length: 10 }, () => ask()))).map((one) =>
    one.ok ? one.data.id : one.code,
  )
  expect(new Set(ids).size).toBe(1)
  expect(await told(ids[0] ?? '', 'GUIDANCE_REQUESTED')).toEqual(people('jinshan', 'jinshanAdministrator'))
  expect(await db.auditEvent.count({ where: { subjectId: ids[0] ?? '', verb: 'guidance.request' } })).toBe(1)
  // A page that is gone back to names its press as before: what it asks for then is another request.
  const other = await ask('反应釜泄压')
  expect(other.ok && other.data.id).not.toBe(ids[0])
  // A key that somebody else has used finds nothing of theirs.
  expect(await act(world, 'stranger', actions.requestGuidance, asked)).toMatchObject({ code: 'CONFLICT' })
})
