/**
 * What may mean that a code was passed on, or that somebody did not stay. None of it is judged here: colleagues do help
 * each other out, and phones run empty. A person looks and decides.
 */
export type Sign =
  /** So many people on one device. */
  | { kind: 'DEVICE'; people: number }
  /** Left before they came. */
  | { kind: 'ORDER' }
  /** Checked in at another activity at about the same time. */
  | { kind: 'ELSEWHERE'; title: string }
  /** Was there and did not answer a spot check. */
  | { kind: 'SPOT'; missed: number }

/** From so many people on one device on, it is shown: two may be one phone that ran empty. */
export const devicePeopleMin = 3

export type Observed = {
  id: string
  userId: string
  checkedInAt: Date
  checkedOutAt: Date | null
  deviceMark: string | null
}

export type CheckedSpot = { startsAt: Date; endsAt: Date; answeredBy: string[] }

type Observations = {
  attendances: readonly Observed[]
  /** Attendances, by id, whose person was recorded elsewhere at the time, with the title of that activity. */
  elsewhere: ReadonlyMap<string, string>
  spots: readonly CheckedSpot[]
  at: Date
}

/** The signs of each attendance that has any. */
export function signsOf({ attendances, elsewhere, spots, at }: Observations): Map<string, Sign[]> {
  const peopleOn = (mark: string) =>
    new Set(attendances.filter(({ deviceMark }) => deviceMark === mark).map(({ userId }) => userId)).size
  const people = new Map(
    attendances.flatMap(({ deviceMark }) => (deviceMark ? [[deviceMark, peopleOn(deviceMark)] as const] : [])),
  )
  const over = spots.filter(({ endsAt }) => endsAt <= at)
  const found = attendances.map((attendance) => {
    const { id, checkedInAt, checkedOutAt, deviceMark } = attendance
    const onDevice = deviceMark === null ? 0 : (people.get(deviceMark) ?? 0)
    const title = elsewhere.get(id)
    const missed = over.filter(
      (spot) => wasAsked(attendance, spot) && !spot.answeredBy.includes(attendance.userId),
    ).length
    const signs: Sign[] = [
      ...(onDevice >= devicePeopleMin ? [{ kind: 'DEVICE' as const, people: onDevice }] : []),
      ...(checkedOutAt !== null && checkedOutAt < checkedInAt ? [{ kind: 'ORDER' as const }] : []),
      ...(title === undefined ? [] : [{ kind: 'ELSEWHERE' as const, title }]),
      ...(missed > 0 ? [{ kind: 'SPOT' as const, missed }] : []),
    ]
    return [id, signs] as const
  })
  return new Map(found.filter(([, signs]) => signs.length > 0))
}

/** Whoever had come before a spot check began and had not left before it was over was there to answer it. */
const wasAsked = ({ checkedInAt, checkedOutAt }: Observed, { startsAt, endsAt }: CheckedSpot): boolean =>
  checkedInAt <= startsAt && (checkedOutAt === null || checkedOutAt >= endsAt)
