import { beforeAll, describe, expect, it } from 'vitest'
import { loadIdentity } from '@/lib/access/identity'
import { perform } from '@/lib/access/perform'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { endOtherSessions, endSession, signOut, wearHat } from '@/lib/users/account-actions'
import { buildWorld, worldNow, worldToday, type World } from '../support/world'
import { actorOf, makePerson } from './person'

let world: World
let userId: string
let stations: string[]

beforeAll(async () => {
  world = await buildWorld()
  userId = (await makePerson()).id
  stations = await twelveStations()
})

/** One legal person, twelve stations, one person sent by all of them. */
async function twelveStations(): Promise<string[]> {
  const ids = []
  for (let number = 1; number <= 12; number++) {
    const { id } = await db.enterprise.create({
      data: {
        creditCode: '91310120MA1J000059',
        name: `上海测试第${number}加油站`,
        businessKind: 'FILLING_STATION',
        supervisingJurisdictionId: world.jurisdictions.fengxian,
        searchTokens: [],
      },
      select: { id: true },
    })
    await db.mandate.create({
      data: { userId, enterpriseId: id, kind: 'DESIGNATED', validFrom: toDate('2026-01-01') },
    })
    ids.push(id)
  }
  return ids
}

const newSession = async () =>
  (
    await db.session.create({
      data: { userId, lastSeenAt: worldNow, expiresAt: new Date('2026-12-01') },
      select: { id: true },
    })
  ).id

async function wear(sessionId: string, key: string) {
  const actor = await actorOf(sessionId)
  if (!actor) throw new Error('signed out')
  return (await perform(wearHat.definition, actor, { key })).result
}

describe('a person with twelve stations', () => {
  it('has twelve hats, one worn at a time, changed with one press and for this sign-in only', async () => {
    const [here, there] = [await newSession(), await newSession()]
    expect((await loadIdentity(db, userId, worldToday))?.hats).toHaveLength(12)
    for (const station of stations) {
      expect((await wear(here, `enterprise:${station}`)).ok).toBe(true)
      expect((await actorOf(here))?.hat).toMatchObject({ kind: 'ENTERPRISE', enterpriseId: station })
    }
    const before = (await actorOf(there))?.hat
    expect(before).not.toMatchObject({ enterpriseId: stations[11] })
  })

  it('the trail says under which hat, in words', async () => {
    const sessionId = await newSession()
    await wear(sessionId, `enterprise:${stations[3]}`)
    await wear(sessionId, `enterprise:${stations[4]}`)
    const events = await db.auditEvent.findMany({
      where: { verb: 'session.wear-hat' },
      orderBy: { id: 'desc' },
      take: 1,
    })
    expect(events).toMatchObject([
      { actorHat: '上海测试第4加油站', changes: { hat: ['上海测试第4加油站', '上海测试第5加油站'] } },
    ])
  })

  it.each([
    ['another firm', () => `enterprise:${world.enterprises.member}`],
    ['an office never held', () => 'appointment:00000000-0000-7000-8000-000000000000'],
    ['nonsense', () => '__proto__'],
  ])('cannot put on the hat of %s', async (_, key) => {
    const sessionId = await newSession()
    expect(await wear(sessionId, key())).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  })

  it('a hat whose mandate has ended falls off, and the first that holds takes its place', async () => {
    const sessionId = await newSession()
    await wear(sessionId, `enterprise:${stations[7]}`)
    await db.mandate.updateMany({ where: { enterpriseId: stations[7] ?? '' }, data: { validTo: toDate('2026-11-23') } })
    expect((await actorOf(sessionId))?.hat).toMatchObject({ kind: 'ENTERPRISE' })
    expect((await actorOf(sessionId))?.hat).not.toMatchObject({ enterpriseId: stations[7] })
  })
})

describe('one’s own sign-ins', () => {
  it('are ended one by one or all others at once, and work no longer at the next request', async () => {
    const [here, there, elsewhere] = [await newSession(), await newSession(), await newSession()]
    const actor = await actorOf(here)
    if (!actor) throw new Error('signed out')
    await perform(endSession.definition, actor, { sessionId: there })
    expect(await actorOf(there)).toBeNull()
    expect(await actorOf(elsewhere)).not.toBeNull()
    await perform(endOtherSessions.definition, actor, {})
    expect(await actorOf(elsewhere)).toBeNull()
    expect(await actorOf(here)).not.toBeNull()
    await perform(signOut.definition, actor, {})
    expect(await actorOf(here)).toBeNull()
  })

  it('do not include anybody else’s', async () => {
    const actor = await actorOf(await newSession())
    if (!actor) throw new Error('signed out')
    const { sessionId } = world.people.officer
    expect((await perform(endSession.definition, actor, { sessionId })).result).toMatchObject({ code: 'NOT_FOUND' })
    expect(await actorOf(sessionId)).not.toBeNull()
  })
})
