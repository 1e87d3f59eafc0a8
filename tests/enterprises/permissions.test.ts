import { beforeAll, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { correctEnterprise, unmaskPhone } from '@/lib/enterprises/actions'
import { keepLetter } from '@/lib/enterprises/letter-actions'
import { endMandate, grantMandate } from '@/lib/enterprises/mandate-actions'
import { act } from '../support/act'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldToday, type World } from '../support/world'
import { correctionOf } from './correction'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

let counter = 0

/** The enterprise's principal and the keeper of all accounts; whoever else reads the dossier does not name its people. */
const nameThemselves = verdicts('NOT_FOUND', {
  administrator: 'ok',
  principal: 'ok',
  officer: 'FORBIDDEN',
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  designated: 'FORBIDDEN',
  clerk: 'FORBIDDEN',
})

async function freshMandate({ enterprises }: World) {
  const { id: userId } = await db.user.create({
    data: { name: '旧专人', namePinyin: 'jiuzhuanren jzr', email: `holder-${(counter += 1)}@permissions.test` },
    select: { id: true },
  })
  const { id } = await db.mandate.create({
    data: { userId, enterpriseId: enterprises.member, kind: 'DESIGNATED', validFrom: toDate('2026-01-01') },
    select: { id: true },
  })
  return { mandateId: id }
}

describePermissions('enterprises', () => world, [
  {
    // Whoever reads the dossier, the firm itself too, tells the municipal bureau what is wrong with it.
    action: correctEnterprise,
    input: async ({ enterprises }, actor) => ({
      ...(await correctionOf(enterprises.member)),
      address: `上海市金山区${actor}路`,
    }),
    expected: verdicts('NOT_FOUND', {
      administrator: 'ok',
      officer: 'ok',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      lead: 'FORBIDDEN',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
  {
    // Insurer and lead see that the firm is on their roster, and no number of it.
    action: unmaskPhone,
    input: ({ enterprises }) => ({ enterpriseId: enterprises.member, person: 'PRINCIPAL' }),
    expected: verdicts('NOT_FOUND', {
      administrator: 'ok',
      officer: 'ok',
      jinshan: 'ok',
      jinshanAdministrator: 'ok',
      principal: 'ok',
      designated: 'ok',
      clerk: 'ok',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      lead: 'FORBIDDEN',
    }),
  },
  {
    action: grantMandate,
    input: ({ enterprises }) => ({
      enterpriseId: enterprises.member,
      account: `mandated-${(counter += 1)}@permissions.test`,
      name: '新任专人',
      kind: 'DESIGNATED',
      validFrom: worldToday,
      validTo: null,
    }),
    expected: nameThemselves,
  },
  { action: endMandate, input: freshMandate, expected: nameThemselves },
  {
    action: keepLetter,
    input: async () => ({
      ...(await freshMandate(world)),
      file: {
        key: `letter-${(counter += 1)}`,
        fileName: '授权书.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 9,
        sha256: '0'.repeat(64),
      },
    }),
    expected: nameThemselves,
  },
])

describe('a telephone in full', () => {
  const ask = (person: 'PRINCIPAL' | 'SAFETY_LEAD') =>
    act(world, 'jinshan', unmaskPhone, { enterpriseId: world.enterprises.member, person })

  it('comes with the entry in the access log that says who looked at whose', async () => {
    expect(await ask('SAFETY_LEAD')).toEqual({ ok: true, data: { phone: '13800000002' } })
    const entry = await db.accessEvent.findFirst({
      where: { kind: 'UNMASK_PHONE', actorName: 'jinshan' },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    expect(entry).toMatchObject({
      subjectType: 'enterprise',
      subjectId: world.enterprises.member,
      detail: { person: 'SAFETY_LEAD' },
    })
    expect(JSON.stringify(entry?.detail)).not.toContain('138')
  })

  it('that nobody entered is refused in words, and not logged as seen', async () => {
    await db.enterprise.update({ where: { id: world.enterprises.member }, data: { principalPhone: null } })
    const before = await db.accessEvent.count({ where: { kind: 'UNMASK_PHONE' } })
    expect(await ask('PRINCIPAL')).toMatchObject({ ok: false, code: 'PHONE_NOT_KEPT' })
    expect(await db.accessEvent.count({ where: { kind: 'UNMASK_PHONE' } })).toBe(before)
  })
})
