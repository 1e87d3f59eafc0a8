import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openGroupSink } from '../support/group-sink'

const sink = await openGroupSink()
process.env['WECOM_URL'] = sink.url

const { cancelActivity, publishActivity } = await import('@/lib/activities/actions')
const { fromLocal } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const actions = await import('@/lib/robots/actions')
const { sendRobotMessages } = await import('@/lib/robots/jobs')
const { getRobot, listRobotMessages } = await import('@/lib/robots/queries')
const { fitted, keyOfAddress, problemOf } = await import('@/lib/robots/rules')
const { act } = await import('../support/act')
const { describePermissions, verdicts } = await import('../support/permissions')
const { setClock } = await import('../support/clock')
const { makeActivity } = await import('../support/stage')
const { actorNames, buildWorld, worldNow } = await import('../support/world')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  sink.said.length = 0
  sink.answers.length = 0
  await db.robotMessage.deleteMany()
  await db.allianceRobot.deleteMany()
})
afterAll(() => sink.close())

const key = '693a91f6-7dda-4bc4-97a0-0ec25ffa5aaa'
const base = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'
const address = `${base}?key=${key}`

const set = () => act(world, 'coordinator', actions.setRobot, { allianceId: world.alliances.coatings, address })
const test = () => act(world, 'coordinator', actions.testRobot, { allianceId: world.alliances.coatings })
const states = async () =>
  (await db.robotMessage.findMany({ orderBy: { createdAt: 'asc' } })).map(({ state, attempts, problem }) => [
    state,
    attempts,
    problem,
  ])

/** As they lie in the table when they are due. */
const queue = (count: number) =>
  db.robotMessage.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      allianceId: world.alliances.coatings,
      body: `第${index}条`,
      canWait: false,
      nextAt: worldNow,
      createdAt: worldNow,
    })),
  })

describe('the address of a robot', () => {
  it.each([
    `http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com.evil.test/cgi-bin/webhook/send?key=${key}`,
    `https://evil.test/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com@evil.test/cgi-bin/webhook/send?key=${key}`,
    `https://user:pw@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=${key}`,
    `https://127.0.0.1/cgi-bin/webhook/send?key=${key}`,
    `https://[::1]/cgi-bin/webhook/send?key=${key}`,
    `https://qyapi.weixin.qq.com/cgi-bin/webhook/../gettoken?key=${key}`,
    `${base}?key=${key}&debug=1`,
    `${base}?key=${key}&key=${key}`,
    `${base}?key=${key}#x`,
    `${base}?key=../../etc/passwd`,
    `${base}?key=`,
    base,
    'javascript:alert(1)',
    '<script>alert(1)</script>',
    '',
  ])('%s is none', (text) => expect(keyOfAddress(text)).toBeNull())

  it('is kept as a key that nobody reads again, and what is no address is said at the field', async () => {
    expect(keyOfAddress(address)).toBe(key)
    const wrong = { allianceId: world.alliances.coatings, address: 'https://evil.test/?key=1' }
    expect(await act(world, 'coordinator', actions.setRobot, wrong)).toMatchObject({
      code: 'INVALID',
      fields: { address: 'NO_ROBOT_ADDRESS' },
    })
    expect((await set()).ok).toBe(true)
    const stored = await db.allianceRobot.findFirstOrThrow()
    const trail = await db.auditEvent.findMany({ where: { verb: 'robot.set' } })
    const shown = await getRobot(await world.actor('coordinator'), { id: world.alliances.coatings, slug: 'coatings' })
    expect(JSON.stringify([stored, trail, shown])).not.toContain(key.slice(0, 30))
    expect(shown).toMatchObject({ keyEnd: '5aaa' })
    expect(trail.at(-1)?.changes).toEqual({ robot: [null, '5aaa'] })
  })

  it('a text is cut between characters to what the service takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1_500 }), (text) => {
        const cut = fitted(text)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2_048)
        expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true)
      }),
      { numRuns: 50 },
    )
    expect(Buffer.byteLength(fitted('联盟'.repeat(5_000)))).toBeGreaterThan(2_000)
  })
})

describe('the group', () => {
  it('is told of what is published and cancelled, with no link of anybody, and not at night unless it is urgent', async () => {
    await set()
    const night = fromLocal('2026-11-24T22:00')
    const id = await makeActivity(world, { state: 'DRAFT', mode: 'ONLINE', onlineUrl: 'https://meeting.test/secret' })
    expect((await act(world, 'coordinator', publishActivity, { id })).ok).toBe(true)
    await sendRobotMessages()
    expect(sink.said).toEqual([{ key, content: expect.stringMatching(/邀请参加[^]*\/portal\/activities\//) as string }])
    expect(sink.said[0]?.content).not.toMatch(/\/a\/|meeting\.test/)
    setClock(night)
    const late = await makeActivity(world, { state: 'DRAFT' })
    await act(world, 'coordinator', publishActivity, { id: late })
    await act(world, 'coordinator', cancelActivity, { id, reason: '场地检修，另行通知' })
    await db.$executeRaw`UPDATE robot_messages SET next_at = now()`
    await sendRobotMessages()
    expect(sink.said.map(({ content }) => content.slice(0, 5))).toEqual(['邀请参加：', '活动已取消'])
    await act(world, 'coordinator', cancelActivity, { id: late, reason: '场地检修，另行通知' })
    await db.$executeRaw`UPDATE robot_messages SET next_at = now()`
    setClock(worldNow)
    await sendRobotMessages()
    // The invitation that had not left was overtaken.
    expect(sink.said.map(({ content }) => content.slice(0, 5))).toEqual(['邀请参加：', '活动已取消', '活动已取消'])
  })

  it('of an alliance without a robot is told nothing', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    await act(world, 'coordinator', publishActivity, { id })
    expect(await db.robotMessage.count()).toBe(0)
    expect(await test()).toMatchObject({ code: 'NO_ROBOT' })
  })

  it('hears twenty a minute however many workers send, and each message once', async () => {
    await set()
    await queue(25)
    await Promise.all([sendRobotMessages(), sendRobotMessages(), sendRobotMessages()])
    await sendRobotMessages()
    expect(sink.said).toHaveLength(20)
    await db.$executeRaw`UPDATE alliance_robots SET recent = ARRAY(SELECT t - interval '61 seconds' FROM unnest(recent) AS t)`
    await sendRobotMessages()
    expect(new Set(sink.said.map(({ content }) => content)).size).toBe(25)
    expect(sink.said).toHaveLength(25)
  })

  it('would hear more from a twin that counts, then sends', async () => {
    await set()
    await queue(25)
    const twin = async () => {
      const sent = await db.robotMessage.count({ where: { state: 'SENT' } })
      if (sent >= 20) return
      await db.$executeRaw`SELECT pg_sleep(0.05)`
      await db.$executeRaw`UPDATE robot_messages SET state = 'SENT' WHERE id = (
        SELECT id FROM robot_messages WHERE state = 'WAITING' LIMIT 1 FOR UPDATE SKIP LOCKED)`
    }
    await Promise.all(Array.from({ length: 25 }, twin))
    expect(await db.robotMessage.count({ where: { state: 'SENT' } })).toBeGreaterThan(20)
  })
})

describe('what did not arrive', () => {
  it('is tried again, given up, shown, and sent again by a press', async () => {
    await set()
    await test()
    sink.answers.push({ status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' })
    await sendRobotMessages()
    expect(await states()).toEqual([['WAITING', 1, 'WECOM 45009']])
    await db.$executeRaw`UPDATE robot_messages SET attempts = 6, next_at = now()`
    sink.answers.push({ status: 503, body: '' })
    await sendRobotMessages()
    expect(await states()).toEqual([['FAILED', 7, 'HTTP 503']])
    expect(['WECOM 45009', 'WECOM 93000', 'HTTP 503', 'toString'].map(problemOf)).toEqual([
      'TOO_MANY',
      'GONE',
      'OTHER',
      'OTHER',
    ])
    const [row] = await listRobotMessages(await world.actor('deputy'), world.alliances.coatings)
    expect(row).toMatchObject({ state: 'FAILED', problem: 'HTTP 503' })
    expect((await act(world, 'deputy', actions.sendRobotMessageAgain, { id: row?.id ?? '' })).ok).toBe(true)
    await sendRobotMessages()
    expect(sink.said).toHaveLength(1)
    expect(await act(world, 'deputy', actions.sendRobotMessageAgain, { id: row?.id ?? '' })).toMatchObject({
      code: 'ROBOT_MESSAGE_NOT_FAILED',
    })
  })

  it.each([
    ['a redirect', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/steal' } }, 'HTTP 302'],
    ['a page instead of an answer', { status: 200, body: '<html></html>' }, 'NO_ANSWER'],
  ])('%s is not followed and not believed', async (_, answer, problem) => {
    await set()
    await test()
    sink.answers.push(answer)
    await sendRobotMessages()
    expect(await states()).toEqual([['WAITING', 1, problem]])
  })

  it('is shown to nobody but those who keep the group', async () => {
    await set()
    await test()
    const keepers = ['administrator', 'officer', 'coordinator', 'deputy']
    for (const name of actorNames) {
      const seen = await listRobotMessages(await world.actor(name), world.alliances.coatings)
      expect(seen.length > 0, name).toBe(keepers.includes(name))
    }
  })

  it('is dropped with the robot', async () => {
    await set()
    await test()
    expect((await act(world, 'coordinator', actions.removeRobot, { allianceId: world.alliances.coatings })).ok).toBe(
      true,
    )
    await sendRobotMessages()
    expect([sink.said, await db.robotMessage.count()]).toEqual([[], 0])
  })
})

/** Who enters the alliance sees that it has a robot at most; who does not is told that there is nothing. */
const keepers = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

const organisers = verdicts('NOT_FOUND', { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' })

const withRobot = async ({ alliances, people }: Awaited<ReturnType<typeof buildWorld>>) => {
  const allianceId = alliances.coatings
  const robot = { sealedKey: 'x', keyEnd: 'abcd', setById: people.coordinator.userId, setAt: worldNow }
  await db.allianceRobot.upsert({ where: { allianceId }, create: { allianceId, ...robot }, update: robot })
  return { allianceId }
}

const failed = async (w: Awaited<ReturnType<typeof buildWorld>>) => {
  const { allianceId } = await withRobot(w)
  const data = {
    allianceId,
    body: '消息',
    state: 'FAILED' as const,
    canWait: false,
    nextAt: worldNow,
    createdAt: worldNow,
  }
  return db.robotMessage.create({ data, select: { id: true } })
}

describePermissions('robots', () => world, [
  { action: actions.setRobot, input: (w) => ({ allianceId: w.alliances.coatings, address }), expected: keepers },
  { action: actions.testRobot, input: withRobot, expected: keepers },
  { action: actions.removeRobot, input: withRobot, expected: keepers },
  { action: actions.sendRobotMessageAgain, input: failed, expected: organisers },
])
