import { randomUUID } from 'node:crypto'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { worldNow, type World } from './world'

let made = 0

const minutesFromNow = (minutes: number) => new Date(worldNow.getTime() + minutes * 60_000)

export const inDays = (days: number): Date => minutesFromNow(days * 24 * 60)

type Wish = Partial<
  Pick<
    Prisma.ActivityUncheckedCreateInput,
    | 'state'
    | 'kind'
    | 'mode'
    | 'title'
    | 'place'
    | 'onlineUrl'
    | 'capacity'
    | 'hostAllianceId'
    | 'insurerId'
    | 'registrationOpensAt'
    | 'registrationClosesAt'
  >
> & { startsAt?: Date; endsAt?: Date; alsoFor?: string[] }

/** An exchange meeting of the coatings alliance in a week, published, without a limit, unless the test says otherwise. */
export async function makeActivity(world: World, wish: Wish = {}): Promise<string> {
  const { alsoFor = [], startsAt = inDays(7), ...rest } = wish
  const hostAllianceId = rest.hostAllianceId ?? world.alliances.coatings
  made += 1
  const { id } = await db.activity.create({
    data: {
      code: `T${made}${Math.random().toString(36).slice(2, 8)}`,
      kind: 'EXCHANGE_MEETING',
      state: 'PUBLISHED',
      mode: 'ON_SITE',
      title: `第${made}次交流会`,
      place: '漕泾镇会议中心',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 60 * 60_000),
      insurerId: world.insurers.own,
      checkInSecret: 'secret-of-a-test',
      createdById: world.people.coordinator.userId,
      ...rest,
      hostAllianceId,
      alliances: { create: [hostAllianceId, ...alsoFor].map((allianceId) => ({ allianceId })) },
    },
    select: { id: true },
  })
  return id
}

type Place = {
  enterpriseId: string
  userId?: string | null
  state?: 'PLACED' | 'WAITING' | 'ON_LEAVE' | 'WITHDRAWN'
  offeredUntil?: Date
}

/** A registration as it lies in the table, with the activity's counter kept right. */
export async function makePlace(world: World, activityId: string, wish: Place): Promise<string> {
  const state = wish.state ?? 'PLACED'
  const { id } = await db.registration.create({
    data: {
      activityId,
      enterpriseId: wish.enterpriseId,
      userId: wish.userId ?? null,
      state,
      offeredUntil: wish.offeredUntil ?? null,
      queuedAt: worldNow,
      createdById: world.people.principal.userId,
    },
    select: { id: true },
  })
  if (state === 'PLACED')
    await db.activity.update({ where: { id: activityId }, data: { placesTaken: { increment: 1 } } })
  return id
}

/** People with a designated mandate of an enterprise, many at once. */
export async function makePeople(enterpriseId: string, count: number): Promise<string[]> {
  const users = await db.user.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      name: `人员${index}`,
      email: `person-${made}-${index}-${enterpriseId.slice(-6)}@world.test`,
    })),
    select: { id: true },
  })
  made += 1
  await db.mandate.createMany({
    data: users.map((user) => ({
      userId: user.id,
      enterpriseId,
      kind: 'DESIGNATED' as const,
      validFrom: new Date('2025-01-01T00:00:00Z'),
    })),
  })
  return users.map((user) => user.id)
}

type FileWish = { removedAt?: Date; fileName?: string; storageKey?: string; kind?: 'MATERIAL' | 'MINUTES' }

/** A file of an activity as it lies in the tables. */
export async function makeFile(activityId: string, wish: FileWish = {}): Promise<string> {
  const { id } = await db.activityFile.create({
    data: {
      kind: wish.kind ?? 'MATERIAL',
      removedAt: wish.removedAt ?? null,
      activity: { connect: { id: activityId } },
      file: {
        create: {
          storageKey: wish.storageKey ?? randomUUID(),
          fileName: wish.fileName ?? '课件.pdf',
          mediaType: 'application/pdf',
          sizeBytes: 1,
          sha256: '00',
        },
      },
    },
    select: { id: true },
  })
  return id
}
