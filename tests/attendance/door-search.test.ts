import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import * as actions from '@/lib/attendance/actions'
import { doorWords } from '@/lib/attendance/door-rules'
import { findAtDoor, getAtDoor, getDoorActivity, listLatestArrivals } from '@/lib/attendance/door-queries'
import type { DoorActivity } from '@/lib/attendance/door-queries'
import { db } from '@/lib/core/db'
import { searchTokens } from '@/lib/enterprises/search-rules'
import { namePinyin } from '@/lib/users/mutations'
import { buildWorld, type World } from '../support/world'
import { guest, mandate, publishHall, type Hall } from './hall'

let world: World
let hall: Hall
let door: DoorActivity
let zhang: string
let stranger: string
let twelve: string

beforeAll(async () => {
  world = await buildWorld()
  hall = await publishHall(world)
  for (const enterprise of await db.enterprise.findMany()) {
    await db.enterprise.update({ where: { id: enterprise.id }, data: { searchTokens: searchTokens(enterprise) } })
  }
  zhang = await named('张伟', world.enterprises.member, '+8613812345678')
  stranger = await named('章薇', world.enterprises.stranger)
  twelve = await named('欧阳静', world.enterprises.member)
  await mandate(twelve, world.enterprises.neighbour, 'PRINCIPAL', '2026-01-01', null)
  await register(twelve, world.enterprises.neighbour, 'PLACED')
  door = (await getDoorActivity(await world.actor('coordinator'), hall.id)) ?? expect.fail('no door')
})

async function named(name: string, enterpriseId: string, phone: string | null = null): Promise<string> {
  const id = await guest(enterpriseId)
  await db.user.update({ where: { id }, data: { name, namePinyin: namePinyin(name), phone } })
  return id
}

const register = (userId: string | null, enterpriseId: string, state: 'PLACED' | 'ON_LEAVE') =>
  db.registration.create({
    data: { activityId: hall.id, userId, enterpriseId, state, createdById: world.people.coordinator.userId },
  })

const find = async (query: string) => findAtDoor(await world.actor('coordinator'), door, query)
const names = async (query: string) => (await find(query)).people.map(({ name }) => name)

describe('the door desk finds a person', () => {
  it.each([
    ['by name', '张伟'],
    ['by full pinyin', 'zhangwei'],
    ['by pinyin in capitals of full width', 'ＺＨＡＮＧ'],
    ['by initials', 'zw'],
    ['by the given name alone', 'wei'],
    ['by the last digits of the phone', '5678'],
    ['by enterprise and name', '乙成员 张伟'],
    ['by initials of the enterprise and of the name', 'ycy zw'],
  ])('%s', async (_, query) => {
    expect(await names(query)).toEqual(['张伟'])
  })

  it('by their enterprise, everybody who represents it', async () => {
    expect(await names('乙成员')).toEqual(expect.arrayContaining(['张伟', '欧阳静', 'principal', 'designated']))
    expect(await names('0024')).toEqual(expect.arrayContaining(['张伟']))
  })

  it('not from one sign, not by what would match everything, and not of other alliances', async () => {
    expect(await names('张')).toEqual([])
    expect(await names('%%')).toEqual([])
    expect(await names('__')).toEqual([])
    expect(await names('章薇')).toEqual([])
    expect(await getAtDoor(await world.actor('coordinator'), door, stranger)).toBeNull()
  })

  it('registered people stand first, with the enterprise that expects them', async () => {
    const [first] = (await find('乙成员')).people
    expect(first).toMatchObject({ name: '欧阳静', standing: 'PLACED' })
    expect(first?.lines.map(({ registered, mandateKind }) => [registered, mandateKind])).toEqual([
      ['PLACED', 'PRINCIPAL'],
      [null, 'DESIGNATED'],
    ])
  })

  it('says who came and that this can be taken back, in the same place of the list', async () => {
    const before = await names('乙成员')
    await perform(actions.checkInAtDoor.definition, await world.actor('deputy'), {
      activityId: hall.id,
      userId: zhang,
      enterpriseIds: [],
    })
    expect(await names('乙成员')).toEqual(before)
    const [person] = (await find('zhangwei')).people
    expect(person?.lines).toMatchObject([{ method: 'DOOR_DESK', canUndo: true }])
    const latest = await listLatestArrivals(await world.actor('coordinator'), door)
    expect(latest.map(({ name }) => name)).toEqual(['张伟'])
  })
})

describe('what is typed at the door', () => {
  it.each([
    ['Zhang', { text: 'Zhang', letters: 'zhang', digits: null }],
    ["xi'an", { text: "xi'an", letters: 'xian', digits: null }],
    ['１２３４', { text: '1234', letters: null, digits: '1234' }],
    ['12', { text: '12', letters: null, digits: null }],
    ['张', { text: '张', letters: null, digits: null }],
  ])('%s', (typed, word) => {
    expect(doorWords(typed)).toEqual([word])
  })
})
