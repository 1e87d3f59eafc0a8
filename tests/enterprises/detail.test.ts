import { beforeAll, describe, expect, it } from 'vitest'
import { record } from '@/lib/access/audit'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { listEnterpriseMemberships } from '@/lib/alliances/member-queries'
import { listHistory } from '@/lib/enterprises/history-queries'
import { listMandates } from '@/lib/enterprises/mandate-queries'
import { getEnterprise, whichEnterprises } from '@/lib/enterprises/queries'
import { actorNames, buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  const actor = await world.actor('officer')
  await db.$transaction((tx) =>
    record(tx, actor, 'enterprise.correct', {
      subjectType: 'enterprise',
      subjectId: world.enterprises.member,
      subjectLabel: '上海乙成员涂料有限公司',
      changes: { address: ['', '金山区一路 1 号'] },
    }),
  )
  await db.licence.createMany({
    data: [
      { enterpriseId: world.enterprises.member, kind: 'SAFETY_PRODUCTION', number: 'B', validTo: toDate('2028-01-01') },
      { enterpriseId: world.enterprises.member, kind: 'HAZCHEM_TRADE', number: 'A', validTo: toDate('2026-12-01') },
      { enterpriseId: world.enterprises.member, kind: 'OTHER', number: 'C' },
    ],
  })
})

/** What each actor learns of the member enterprise: everything, its profile, its name, nothing. */
const knowledge: Record<ActorName, 'dossier' | 'profile' | 'name' | 'nothing'> = {
  anonymous: 'nothing',
  disabled: 'nothing',
  revoked: 'nothing',
  hatless: 'nothing',
  administrator: 'dossier',
  officer: 'dossier',
  jinshan: 'dossier',
  jinshanAdministrator: 'dossier',
  fengxian: 'nothing',
  coordinator: 'profile',
  deputy: 'profile',
  insurerAdministrator: 'nothing',
  otherCoordinator: 'nothing',
  formerCoordinator: 'nothing',
  lead: 'name',
  otherLead: 'nothing',
  principal: 'dossier',
  designated: 'dossier',
  clerk: 'dossier',
  expired: 'nothing',
  neighbour: 'nothing',
  stranger: 'nothing',
}

describe('one enterprise', () => {
  it.each(actorNames)('as %s knows it', async (name) => {
    const actor = await world.actor(name)
    const id = world.enterprises.member
    const found = await getEnterprise(actor, id)
    const seen = knowledge[name]
    expect(found === null).toBe(seen === 'nothing')
    expect(Boolean(found?.dossier)).toBe(seen === 'dossier')
    expect(Boolean(found?.contact)).toBe(seen === 'dossier')
    expect(Boolean(found?.profile)).toBe(seen === 'dossier' || seen === 'profile')
    expect(JSON.stringify(found ?? '')).not.toContain('13800000001')
    expect((await listHistory(actor, id)).total).toBe(seen === 'dossier' ? 1 : 0)
    expect((await listMandates(actor, id)).length > 0).toBe(seen === 'dossier')
  })

  it('shows its licences with how they stand today, the first to end on top', async () => {
    const found = await getEnterprise(await world.actor('jinshan'), world.enterprises.member)
    expect(found?.dossier?.licences.map(({ number, standing }) => [number, standing])).toEqual([
      ['A', 'EXPIRING'],
      ['B', 'VALID'],
      ['C', 'OPEN'],
    ])
    expect(found?.contact?.principal).toEqual({ name: '测试负责人', phone: '138****0001' })
  })

  it('names its people, those with a mandate today first', async () => {
    const mandates = await listMandates(await world.actor('principal'), world.enterprises.member)
    expect(mandates.map(({ person, isHeld }) => [person, isHeld])).toEqual([
      ['principal', true],
      ['designated', true],
      ['expired', false],
    ])
  })

  it('shows to a lead company the alliance that both are in, and to a bureau what was before', async () => {
    await db.membership.create({
      data: {
        enterpriseId: world.enterprises.member,
        allianceId: world.alliances.stations,
        joinedOn: toDate('2024-01-01'),
        leftOn: toDate('2024-06-01'),
      },
    })
    const slugs = async (name: ActorName) =>
      (await listEnterpriseMemberships(await world.actor(name), world.enterprises.member)).map(
        ({ alliance, isHeld }) => `${alliance.slug} ${isHeld}`,
      )
    expect(await slugs('lead')).toEqual(['coatings true'])
    expect(await slugs('jinshan')).toEqual(['coatings true', 'filling-station false'])
    expect(await slugs('fengxian')).toEqual([])
  })

  it('has no page under an id that is none', async () => {
    const actor = await world.actor('officer')
    expect(await getEnterprise(actor, 'imports')).toBeNull()
    expect(await listMandates(actor, "' OR 1=1")).toEqual([])
    expect(await listHistory(actor, 'x')).toEqual({ entries: [], total: 0 })
    expect(await listEnterpriseMemberships(actor, 'x')).toEqual([])
  })

  it('is a link only for whoever may open it', async () => {
    const { member, stranger } = world.enterprises
    expect([...(await whichEnterprises(await world.actor('jinshan'), [member, stranger]))]).toEqual([member])
    expect(await whichEnterprises(await world.actor('officer'), [])).toEqual(new Set())
  })
})
