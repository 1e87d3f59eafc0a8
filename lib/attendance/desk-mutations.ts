import type { Tx } from '@/lib/core/db'
import type { DeskAct } from '@/lib/core/prisma/enums'
import { holdOpen } from '@/lib/presence/mutations'
import { undoCheckIn } from './mutations'

type Arrival = { key: string; activityId: string; act: DeskAct; at: Date }

/**
 * Notes that a press of a desk has arrived; false where it is known already. Of the same press twice at once the second
 * waits for the first.
 */
export async function noteArrival(tx: Tx, { at, ...press }: Arrival): Promise<boolean> {
  const { count } = await tx.deskPress.createMany({ data: [{ ...press, arrivedAt: at }], skipDuplicates: true })
  return count === 1
}

type Undoing = {
  activityId: string
  userId: string
  enterpriseIds: string[]
  /** When it was pressed. */
  at: Date
  /** The press that is meant, where the desk cannot know whether it arrived. */
  undoes?: string | undefined
}

/**
 * Takes back what a desk had taken back while it was offline; the ids that were taken back now. A press that is named is
 * taken back if it arrived, and refused for good if it did not: neither is for a person to look at.
 */
export async function undoAtDesk(tx: Tx, { undoes, ...undoing }: Undoing): Promise<string[]> {
  const { activityId, at } = undoing
  await holdOpen(tx, activityId)
  if (!undoes) return undoCheckIn(tx, undoing)
  await noteArrival(tx, { key: undoes, activityId, act: 'CHECK_IN', at })
  const undone = await tx.attendance.updateManyAndReturn({
    where: { activityId, userId: undoing.userId, deskKey: undoes, method: 'DOOR_DESK', undoneAt: null },
    data: { undoneAt: at, version: { increment: 1 } },
    select: { id: true },
  })
  return undone.map(({ id }) => id)
}
