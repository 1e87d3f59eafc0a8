import { db } from '@/lib/core/db'
import type { FindingSide, FindingState } from '@/lib/core/prisma/enums'
import { inDays, makeActivity } from '../support/stage'
import { worldNow, type World } from '../support/world'
import { upload } from '../problems/evidence'

type State = 'DRAFT' | 'PUBLISHED' | 'HELD' | 'CLOSED' | 'CANCELLED'
type Firm = keyof World['enterprises']

/** A mutual inspection of the coatings alliance; begun two hours ago unless it is a draft. */
export const makeInspection = (world: World, state: State = 'PUBLISHED', startsAt?: Date): Promise<string> =>
  makeActivity(world, {
    kind: 'MUTUAL_INSPECTION',
    state,
    startsAt: startsAt ?? (state === 'DRAFT' ? inDays(7) : inDays(-1 / 12)),
  })

/** The neighbour (Fengxian) inspects the member (Jinshan), unless the test says otherwise. */
export async function makePair(
  world: World,
  activityId: string,
  { inspector = 'neighbour', inspected = 'member' }: { inspector?: Firm; inspected?: Firm } = {},
): Promise<string> {
  const { id } = await db.inspectionPair.create({
    data: {
      activityId,
      inspectorId: world.enterprises[inspector],
      inspectedId: world.enterprises[inspected],
      scope: '储罐区静电接地',
      pairedById: world.people.coordinator.userId,
      pairedAt: worldNow,
    },
    select: { id: true },
  })
  return id
}

let made = 0

type When = { dueOn?: Date | null; recordedAt?: Date; measure?: string }

/** A finding as it lies in the table; answered by the principal of the member where its state says so. */
export async function makeFinding(
  world: World,
  pairId: string,
  state: FindingState = 'OPEN',
  when: When = {},
): Promise<string> {
  made += 1
  const answered = { measure: '已更换', answeredById: world.people.principal.userId, answeredAt: worldNow }
  const { id } = await db.inspectionFinding.create({
    data: {
      pairId,
      position: await db.inspectionFinding.count({ where: { pairId } }),
      text: `接地线锈蚀${made}`,
      severity: 'GENERAL',
      recordedById: world.people.neighbour.userId,
      recordedAt: worldNow,
      state,
      dueOn: state === 'FIXING' ? new Date('2026-12-10') : null,
      ...(state === 'FIXING' || state === 'FIXED' || state === 'CLOSED' ? answered : {}),
      ...(state === 'CLOSED' ? { closedById: world.people.neighbour.userId, closedAt: worldNow } : {}),
      ...when,
    },
    select: { id: true },
  })
  return id
}

/** An open finding at the member in an inspection that has begun. */
export const makeFound = async (world: World): Promise<string> =>
  makeFinding(world, await makePair(world, await makeInspection(world)))

type Kept = { side?: FindingSide; removedAt?: Date; storageKey?: string }

/** What is shown for it as it lies in the tables; by the inspecting side unless the test says otherwise. */
export async function makeFindingFile(
  findingId: string,
  { side = 'FOUND', removedAt, storageKey }: Kept = {},
): Promise<string> {
  const { key, ...file } = upload()
  const { id } = await db.findingFile.create({
    data: {
      side,
      createdAt: worldNow,
      removedAt: removedAt ?? null,
      finding: { connect: { id: findingId } },
      file: { create: { ...file, storageKey: storageKey ?? key } },
    },
    select: { id: true },
  })
  return id
}
