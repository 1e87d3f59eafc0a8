import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { giveGateDetail } from '@/lib/hosts/actions'
import { gateListWorkbook } from '@/lib/hosts/documents'
import { exportGateList, getGateList, listOwnVisitors } from '@/lib/hosts/gate-queries'
import { sweepGateDetails } from '@/lib/hosts/jobs'
import { getGateRules } from '@/lib/hosts/queries'
import { isNumberPlate, plainPlate } from '@/lib/hosts/rules'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makePlace } from '../support/stage'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeHost, makeSiteVisit } from './site-visit'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

/** A published visit that the member receives, with the neighbour's place in the state that is wished. */
async function stage(wish: Partial<Parameters<typeof makePlace>[2]> = {}) {
  const activityId = await makeSiteVisit(world, { state: 'PUBLISHED' })
  const hostId = await makeHost(world, { activityId, visitorsMax: 20 })
  const person = { enterpriseId: world.enterprises.neighbour, userId: world.people.neighbour.userId }
  const registrationId = await makePlace(world, activityId, { ...person, ...wish })
  return { activityId, hostId, registrationId }
}

const detail = { document: 'PASSPORT', numberPlate: '沪a·d12345' } as const

const give = (registrationId: string, input: object = {}) =>
  act(world, 'neighbour', giveGateDetail, { registrationId, ...detail, ...input })

describe('the rules of the gate', () => {
  const sees = async (name: ActorName, activityId: string) =>
    (await getGateRules(await world.actor(name), activityId)) !== null

  it('are for who has a place, the host and who runs it; not for who is merely invited or waits', async () => {
    const { activityId } = await stage()
    for (const name of ['neighbour', 'principal', 'clerk', 'coordinator', 'lead', 'officer'] as const)
      expect(await sees(name, activityId), name).toBe(true)
    for (const name of ['anonymous', 'stranger', 'otherCoordinator', 'fengxian', 'hatless'] as const)
      expect(await sees(name, activityId), name).toBe(false)
    for (const wish of [{ state: 'WAITING' as const }, { state: 'ON_LEAVE' as const }, { offeredUntil: inDays(1) }]) {
      const waiting = await stage(wish)
      expect(await sees('neighbour', waiting.activityId)).toBe(false)
    }
  })
})

describe('what the gate is told', () => {
  it('is what it asks for, once the place is theirs, and may be corrected', async () => {
    const { activityId, registrationId } = await stage()
    expect(await give(registrationId, { document: null })).toMatchObject({ fields: { document: 'REQUIRED' } })
    expect(await give(registrationId, { numberPlate: '310116199001011234' })).toMatchObject({
      fields: { numberPlate: 'NOT_A_NUMBER_PLATE' },
    })
    for (const isNew of [true, false]) expect(await give(registrationId)).toMatchObject({ data: { isNew } })
    const own = await listOwnVisitors(await world.actor('neighbour'), activityId)
    expect(own).toMatchObject([{ document: 'PASSPORT', numberPlate: '沪AD12345', isGiven: true }])
    const trail = await db.auditEvent.findMany({ where: { verb: 'host.give-gate-detail', subjectId: activityId } })
    expect(JSON.stringify(trail)).not.toMatch(/沪AD12345|PASSPORT/)

    await db.visitHost.updateMany({ where: { activityId }, data: { asksNumberPlate: false } })
    expect((await give(registrationId, { document: 'OTHER' })).ok).toBe(true)
    expect(await db.gateDetail.findMany({ where: { activityId } })).toMatchObject([{ numberPlate: '' }])
  })

  it('is not taken before the place is confirmed, nor after the visit', async () => {
    for (const wish of [{ state: 'WAITING' as const }, { offeredUntil: inDays(1) }, { userId: null }]) {
      const { registrationId } = await stage(wish)
      expect(await give(registrationId)).toMatchObject({ code: 'NOTHING_FOR_THE_GATE' })
    }
    const { registrationId } = await stage()
    setClock(inDays(8))
    expect(await give(registrationId)).toMatchObject({ code: 'NOTHING_FOR_THE_GATE' })
  })

  it('is forgotten thirty days after the visit, and not before', async () => {
    const { activityId, registrationId } = await stage()
    await give(registrationId)
    for (const [days, left] of [
      [36, 1],
      [38, 0],
    ] as const) {
      setClock(inDays(days))
      await sweepGateDetails()
      expect(await db.gateDetail.count({ where: { activityId } })).toBe(left)
    }
  })

  it('goes with the person and not with the place: who is sent instead has told nothing yet', async () => {
    const { hostId, registrationId } = await stage()
    await give(registrationId)
    await db.registration.update({
      where: { id: registrationId },
      data: { userId: world.people.stranger.userId },
    })
    const list = await getGateList(await world.actor('principal'), hostId)
    expect(list?.visitors).toMatchObject([{ isGiven: false, numberPlate: '' }])
  })
})

describe('the gate list', () => {
  it('is for the host and who runs the visit, and taking it is written down', async () => {
    const { activityId, hostId } = await stage()
    const takes = async (name: ActorName) => (await exportGateList(await world.actor(name), hostId)) !== null
    for (const name of ['principal', 'designated', 'coordinator', 'lead', 'officer'] as const)
      expect(await takes(name), name).toBe(true)
    for (const name of ['neighbour', 'jinshan', 'fengxian', 'stranger', 'otherCoordinator', 'anonymous'] as const)
      expect(await takes(name), name).toBe(false)
    const log = await db.accessEvent.findMany({ where: { subjectType: 'gateList', subjectId: activityId } })
    expect(log.map(({ actorId }) => actorId)).toContain(world.people.principal.userId)
  })

  it('opens in another reader, and a name that looks like a formula stays a name', async () => {
    const { activityId, hostId, registrationId } = await stage()
    await give(registrationId)
    const hostile = await db.user.create({ data: { name: '=HYPERLINK("http://x")', email: 'hostile@world.test' } })
    await makePlace(world, activityId, { enterpriseId: world.enterprises.lead, userId: hostile.id })
    const list = await getGateList(await world.actor('principal'), hostId)
    if (!list) throw new RangeError('no list')
    const book = new ExcelJS.Workbook()
    const bytes = await gateListWorkbook(list, worldNow)
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const [sheet] = book.worksheets
    const rows = [2, 3].map((row) => (sheet?.getRow(row).values as unknown[]).slice(1, 5))
    expect(sheet?.getRow(1).values).toEqual([undefined, '姓名', '单位', '所持证件', '车牌号', '到达'])
    expect(rows.flat()).toContain('=HYPERLINK("http://x")')
    expect(rows.flat()).toEqual(expect.arrayContaining(['护照', '沪AD12345']))
  })
})

it('a plate is known however it is written, and no number of a document is one', () => {
  const letter = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ')
  const signs = fc.array(fc.constantFrom(...'ABCDEFGH0123456789'), { minLength: 5, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.constantFrom(...'京沪苏浙'),
      letter,
      signs,
      fc.constantFrom('', ' ', '·'),
      (place, of, rest, dot) => {
        const plate = `${place}${of}${rest.join('')}`
        const written = `${place}${of}${dot}${rest.join('')}`.toLowerCase()
        return plainPlate(written) === plate && isNumberPlate(plate)
      },
    ),
  )
  fc.assert(fc.property(fc.stringMatching(/^[0-9]{15,18}X?$/), (number) => !isNumberPlate(plainPlate(number))))
})
