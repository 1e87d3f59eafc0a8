import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { receiveFile } from '@/lib/core/upload'
import { keepLetter } from '@/lib/enterprises/letter-actions'
import { getLetter } from '@/lib/enterprises/letter-queries'
import { listMandates } from '@/lib/enterprises/mandate-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { actorNames, buildWorld, type ActorName, type World } from '../support/world'

let world: World
let mandateId = ''
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
  mandateId = (await db.mandate.findFirstOrThrow({ where: { userId: world.people.designated.userId } })).id
})

async function* bytes() {
  yield Buffer.from('%PDF-1.7\n1 0 obj')
}

async function keep(name: string, as: ActorName = 'principal') {
  const file = await receiveFile(bytes(), { name, limitBytes: 1_000 })
  return act(world, as, keepLetter, { mandateId, file })
}

describe('the letter of a mandate', () => {
  it('is read by the enterprise, its bureaus and its coordinators, and by nobody else', async () => {
    expect(await keep('授权书.pdf')).toEqual({ ok: true, data: { replacedKey: null } })
    const readers: ActorName[] = []
    for (const name of actorNames) if (await getLetter(await world.actor(name), mandateId)) readers.push(name)
    expect(readers.toSorted()).toEqual(
      [
        ...['administrator', 'officer', 'jinshan', 'jinshanAdministrator'],
        ...['coordinator', 'deputy', 'principal', 'designated', 'clerk'],
      ].toSorted(),
    )
  })

  it('shows a coordinator the mandates that have one, and no others', async () => {
    const seen = async () => (await listMandates(await world.actor('coordinator'), world.enterprises.member)).length
    expect(await seen()).toBe(0)
    await keep('授权书.pdf')
    expect(await seen()).toBe(1)
    expect(await listMandates(await world.actor('lead'), world.enterprises.member)).toEqual([])
  })

  it('replaces the one before, whose row goes, and the trail names both', async () => {
    await keep('旧.pdf')
    const { letter } = await db.mandate.findUniqueOrThrow({ where: { id: mandateId }, include: { letter: true } })
    expect(await keep('新.pdf')).toEqual({ ok: true, data: { replacedKey: letter?.storageKey } })
    expect(await db.storedFile.count()).toBe(1)
    expect(await getLetter(await world.actor('officer'), mandateId)).toMatchObject({ fileName: '新.pdf' })
    expect(await db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).toMatchObject({
      verb: 'enterprise.keep-letter',
      changes: { letter: ['旧.pdf', '新.pdf'] },
    })
  })

  it('is kept once when two are sent at once', async () => {
    const answers = await Promise.all([keep('甲.pdf'), keep('乙.pdf', 'administrator')])
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()
    // One after the other is as good: then the second replaces the first.
    expect([
      ['CONFLICT', 'ok'],
      ['ok', 'ok'],
    ]).toContainEqual(codes)
    expect(await db.storedFile.count()).toBe(1)
  })
})
