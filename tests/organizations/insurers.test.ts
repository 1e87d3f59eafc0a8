import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/organizations/actions'
import { getInsurer, listInsurers } from '@/lib/organizations/insurer-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const names = { name: '丙财产保险股份有限公司上海分公司', shortName: '丙保险' }

const add = (input = names) => act(world, 'administrator', actions.addInsurer, input)

async function added(): Promise<string> {
  const answer = await add()
  if (!answer.ok) throw new Error(answer.code)
  return answer.data.insurerId
}

const lastRecord = () => db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })

describe('entering an insurer', () => {
  it('makes it an office to which people are invited, and says so in the trail', async () => {
    const id = await added()
    expect((await listInsurers(await world.actor('officer'))).map((row) => row.shortName)).toContain('丙保险')
    expect(await lastRecord()).toMatchObject({
      verb: 'insurer.add',
      subjectId: id,
      subjectLabel: names.name,
      changes: { name: [null, names.name], shortName: [null, names.shortName] },
    })
  })

  it('says which of its names is taken, and cuts the blanks around them first', async () => {
    await added()
    expect(await add({ name: ` ${names.name} `, shortName: '丁保险' })).toMatchObject({
      code: 'INVALID',
      fields: { name: 'INSURER_EXISTS' },
    })
    expect(await add({ name: '丁财产保险股份有限公司', shortName: names.shortName })).toMatchObject({
      code: 'INVALID',
      fields: { shortName: 'INSURER_EXISTS' },
    })
    expect(await add({ name: ' ', shortName: '' })).toMatchObject({ code: 'INVALID' })
  })

  it('pressed twice in the same instant makes one', async () => {
    const recorded = () => db.auditEvent.count({ where: { verb: 'insurer.add' } })
    const before = await recorded()
    const answers = await Promise.all([add(), add(), add(), add()])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.insurer.count({ where: { name: names.name } })).toBe(1)
    expect(await recorded()).toBe(before + 1)
  })
})

describe('correcting its names', () => {
  const rename = (insurerId: string, more: Partial<typeof names>) =>
    act(world, 'administrator', actions.renameInsurer, { insurerId, ...names, ...more })

  it('keeps what changed, from what to what', async () => {
    const id = await added()
    expect(await rename(id, { shortName: '丙财险' })).toMatchObject({ ok: true })
    expect((await lastRecord()).changes).toEqual({ shortName: ['丙保险', '丙财险'] })
    expect(await getInsurer(await world.actor('officer'), id)).toMatchObject({ shortName: '丙财险' })
  })

  it('to what it is called already records nothing', async () => {
    const id = await added()
    const before = await db.auditEvent.count()
    expect(await rename(id, {})).toMatchObject({ ok: true })
    expect(await db.auditEvent.count()).toBe(before)
  })

  it('does not take the name of another', async () => {
    const id = await added()
    expect(await rename(id, { shortName: '甲保险' })).toMatchObject({ fields: { shortName: 'INSURER_EXISTS' } })
  })
})

describe('taking one out', () => {
  const remove = (insurerId: string) => act(world, 'administrator', actions.removeInsurer, { insurerId })

  it('works as long as nothing has come of it', async () => {
    const id = await added()
    expect(await remove(id)).toMatchObject({ ok: true })
    expect(await getInsurer(await world.actor('administrator'), id)).toBeNull()
    expect(await remove(id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused for whichever has people, even if they have left', async () => {
    const id = await added()
    await db.appointment.create({
      data: {
        userId: world.people.hatless.userId,
        role: 'INSURER',
        insurerId: id,
        startsOn: new Date('2024-01-01'),
        endsOn: new Date('2024-06-01'),
      },
    })
    expect(await remove(id)).toMatchObject({ code: 'INSURER_IN_USE' })
    expect(await getInsurer(await world.actor('administrator'), id)).toMatchObject({ isUnused: false, people: [] })
  })
})

describe('the directory', () => {
  it('counts who works there today and shows what it serves today', async () => {
    const rows = await listInsurers(await world.actor('officer'))
    const own = rows.find(({ id }) => id === world.insurers.own)
    const detail = await getInsurer(await world.actor('officer'), world.insurers.own)
    expect(own?.alliances.map(({ id }) => id)).toEqual([world.alliances.coatings])
    expect(own?.people).toBe(detail?.people.length)
    expect(detail?.people.map(({ id }) => id)).toContain(world.people.coordinator.userId)
    expect(detail?.people.map(({ id }) => id)).not.toContain(world.people.disabled.userId)
    expect(detail?.standings.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
  })

  it.each(['jinshan', 'coordinator', 'insurerAdministrator', 'lead', 'principal', 'hatless'] as const)(
    'is not for %s',
    async (name) => {
      const actor = await world.actor(name)
      expect(await listInsurers(actor)).toEqual([])
      expect(await getInsurer(actor, world.insurers.own)).toBeNull()
    },
  )

  it('has nothing under an address that names no row', async () => {
    const actor = await world.actor('administrator')
    expect(await getInsurer(actor, 'x')).toBeNull()
    expect(await getInsurer(actor, '00000000-0000-7000-8000-000000000000')).toBeNull()
  })
})
