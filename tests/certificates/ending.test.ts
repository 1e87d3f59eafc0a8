import { beforeAll, beforeEach, expect, it } from 'vitest'
import { remindOfCertificates } from '@/lib/certificates/jobs'
import { plusDays, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { setClock } from '../support/clock'
import { inDays } from '../support/stage'
import { buildWorld, worldNow, worldToday, type World } from '../support/world'
import { certify, closedTraining } from './closed-training'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  await db.certificateReminder.deleteMany()
  await db.certificate.deleteMany()
  await db.notification.deleteMany()
})

type Person = 'principal' | 'designated' | 'neighbour'

/** Of the member, ending in so many days. */
async function ending(person: Person, days: number, more: Prisma.CertificateUncheckedUpdateInput = {}): Promise<void> {
  const { id } = await certify(world, await closedTraining(world), world.people[person].userId)
  const validUntil = toDate(plusDays(worldToday, days))
  await db.certificate.update({ where: { id }, data: { validUntil, issuedAt: inDays(-700), ...more } })
}

const toldOf = async (person: Person) =>
  (
    await db.notification.findMany({
      where: { userId: world.people[person].userId, href: '/portal/certificates' },
      select: { kind: true, params: true },
      orderBy: { kind: 'asc' },
    })
  ).map(({ kind, params }) => [kind, (params as Record<string, string>)['day']])

it('is told to its person and to who speaks for the enterprise, once at each step, however many workers go round', async () => {
  await ending('designated', 60)
  await Promise.all([remindOfCertificates(), remindOfCertificates()])
  await remindOfCertificates()
  const day = plusDays(worldToday, 60)
  expect(await toldOf('designated')).toEqual([['CERTIFICATE_ENDS', day]])
  expect(await toldOf('principal')).toEqual([['CERTIFICATES_END', day]])
  setClock(inDays(53))
  await remindOfCertificates()
  await remindOfCertificates()
  expect(await toldOf('designated')).toHaveLength(2)
  expect(await toldOf('principal')).toHaveLength(2)
  setClock(inDays(61))
  await remindOfCertificates()
  expect(await toldOf('designated')).toHaveLength(2)
})

it('is told once to who is its person and speaks for the enterprise', async () => {
  await ending('principal', 5)
  await remindOfCertificates()
  expect(await toldOf('principal')).toEqual([['CERTIFICATE_ENDS', plusDays(worldToday, 5)]])
  expect(await toldOf('designated')).toEqual([])
})

it('is not told of what is farther away, over, revoked, renewed, or was issued for so short a time', async () => {
  const by = { revokedById: world.people.coordinator.userId, revokeReason: '误发' }
  await ending('principal', 61)
  await ending('principal', -1)
  await ending('designated', 30, { revokedAt: worldNow, ...by })
  await ending('designated', 30, { course: '受限空间', issuedAt: inDays(-20) })
  await ending('neighbour', 30, { course: '动火作业' })
  await ending('neighbour', 400, { course: '动火作业' })
  await remindOfCertificates()
  for (const person of ['principal', 'designated', 'neighbour'] as const) expect(await toldOf(person)).toEqual([])
})

it('tells the enterprise nothing of who has left it', async () => {
  await ending('neighbour', 7)
  await remindOfCertificates()
  expect(await toldOf('neighbour')).toHaveLength(1)
  expect(await toldOf('principal')).toEqual([])
})
