import type { DeskAct } from '@/lib/core/prisma/enums'
import type { DoorLine, DoorPerson } from './door-queries'
import type { AttendanceTally } from './list-rules'

/** A press of a desk that the portal does not know of yet. */
export type Queued = {
  act: DeskAct
  key: string
  userId: string
  name: string
  /** None: the only one there is, or for nobody. */
  enterpriseIds: string[]
  enterprises: string
  pressedAt: number
  /** How many lines it adds to who has come, and how many of these hold a place; taking back takes them away. */
  lines: number
  placed: number
  /** It was sent before and no answer came: it may have arrived. */
  isSent?: boolean
  /** The press that is taken back. */
  undoes?: string
}

const means = ({ enterpriseIds }: Queued, { enterpriseId }: DoorLine): boolean =>
  enterpriseIds.length === 0 || enterpriseIds.includes(enterpriseId ?? '')

/** One line as it will stand once the press has arrived. */
function afterPress(line: DoorLine, press: Queued): DoorLine {
  if (!means(press, line)) return line
  const hasCome = line.checkedInAt !== null
  if (press.act === 'CHECK_IN')
    return hasCome ? line : { ...line, checkedInAt: press.pressedAt, queued: 'CHECK_IN', canUndo: true }
  if (!hasCome) return line
  if (press.act === 'CHECK_OUT') return { ...line, checkedOutAt: press.pressedAt, queued: 'CHECK_OUT', canUndo: true }
  return { ...line, checkedInAt: null, checkedOutAt: null, method: null, queued: 'UNDO', canUndo: false }
}

/** A person as they will stand once everything that a desk has kept has arrived, in the order in which it was pressed. */
export function withQueued(person: DoorPerson, queued: readonly Queued[]): DoorPerson {
  const own = queued.filter(({ userId }) => userId === person.userId)
  if (own.length === 0) return person
  return { ...person, lines: person.lines.map((line) => own.reduce(afterPress, line)) }
}

/** How the figures of the door will stand once everything that the desk has kept has arrived. */
export function tallyWithQueued(tally: AttendanceTally, queued: readonly Queued[]): AttendanceTally {
  const signs = { CHECK_IN: 1, CHECK_OUT: 0, UNDO: -1 } as const
  const sum = (count: (press: Queued) => number) =>
    queued.reduce((total, press) => total + signs[press.act] * count(press), 0)
  const lines = sum((press) => press.lines)
  const placed = sum((press) => press.placed)
  const atLeastNone = (count: number) => Math.max(0, count)
  return {
    ...tally,
    present: atLeastNone(tally.present + lines),
    walkIns: atLeastNone(tally.walkIns + lines - placed),
    absent: atLeastNone(tally.absent - placed),
  }
}

type Taken = { kept: Queued[]; taken: Queued[] }

/**
 * Takes back what was last pressed for a person and has not been heard of: the check-out alone, or the check-in with all
 * that followed. What a taking back did before stays.
 */
export function takeBackLast(queued: readonly Queued[], userId: string): Taken {
  const own = queued.filter((press) => press.userId === userId && press.act !== 'UNDO')
  const last = own.at(-1)
  const taken = last?.act === 'CHECK_OUT' ? [last] : own
  return { kept: queued.filter((press) => !taken.includes(press)), taken }
}
