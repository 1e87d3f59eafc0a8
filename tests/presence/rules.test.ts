import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counts, coveredMilliseconds, isLongEnough, presenceOf, unionOf, type Interval } from '@/lib/presence/rules'

const startsAt = new Date('2026-11-24T01:00:00Z')
const endsAt = new Date('2026-11-24T03:00:00Z')
const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000)
const activity = { startsAt, endsAt, checksOut: true }

const minute = fc.integer({ min: -90, max: 200 })
const interval = fc.tuple(minute, minute).map(([from, to]) => ({ from: at(from), to: at(to) }))

/** Minutes of the planned time that lie in any of the sittings, counted one by one. */
const minuteByMinute = (sittings: Interval[]) =>
  Array.from({ length: 120 }, (_, index) => at(index)).filter((each) =>
    sittings.some(({ from, to }) => from <= each && each < to),
  ).length

describe('sittings', () => {
  it('are joined so that each instant counts once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), fc.nat(), (sittings, turn) => {
        const expected = minuteByMinute(sittings) * 60_000
        const turned = [...sittings.slice(turn % 12), ...sittings.slice(0, turn % 12)]
        expect(coveredMilliseconds(activity, sittings)).toBe(expected)
        expect(coveredMilliseconds(activity, turned)).toBe(expected)
        expect(coveredMilliseconds(activity, [...sittings, ...sittings])).toBe(expected)
      }),
    )
  })

  it('joined once are joined: apart from each other, in order, and no more when joined again', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (sittings) => {
        const joined = unionOf(sittings)
        expect(unionOf(joined)).toEqual(joined)
        joined.slice(1).forEach((next, index) => expect(next.from > (joined[index]?.to ?? endsAt)).toBe(true))
      }),
    )
  })
})

describe('presence', () => {
  it('runs from checking in, not before the start, to checking out, not after the end', () => {
    fc.assert(
      fc.property(minute, minute, (came, left) => {
        const stay = { checkedInAt: at(came), checkedOutAt: at(left) }
        const { minutes, percent } = presenceOf(activity, stay)
        expect(minutes).toBe(Math.max(0, Math.min(left, 120) - Math.max(came, 0)))
        expect(percent).toBe(Math.floor((minutes * 100) / 120))
      }),
    )
  })

  it('grows with a longer stay, and is at most whole', () => {
    fc.assert(
      fc.property(minute, minute, fc.nat(60), (came, left, more) => {
        const of = (to: number) => presenceOf(activity, { checkedInAt: at(came), checkedOutAt: at(to) }).percent
        expect(of(left + more)).toBeGreaterThanOrEqual(of(left))
        expect(of(left + more)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('runs to the end where nobody checks out, and is unknown where somebody should have', () => {
    const stay = { checkedInAt: at(30), checkedOutAt: null }
    expect(presenceOf({ ...activity, checksOut: false }, stay)).toEqual({ minutes: 90, percent: 75, hasNoEnd: false })
    expect(presenceOf(activity, stay)).toEqual({ minutes: 0, percent: 0, hasNoEnd: true })
  })

  it('of an online list is what the list says, whoever checks out', () => {
    const stay = { checkedInAt: at(0), checkedOutAt: null, onlineMinutes: 84 }
    expect(presenceOf(activity, stay)).toEqual({ minutes: 84, percent: 70, hasNoEnd: false })
    expect(presenceOf(activity, { ...stay, onlineMinutes: 500 }).percent).toBe(100)
  })

  it('suffices from the share on and not a minute before', () => {
    const share = (minutes: number) =>
      isLongEnough({ presenceShareMin: 70 }, presenceOf(activity, { checkedInAt: at(0), checkedOutAt: at(minutes) }))
    expect([share(83), share(84)]).toEqual([false, true])
  })
})

describe('what counts', () => {
  it('who stands for an enterprise by mandate, until it is struck or excluded', () => {
    const present = { mandateKind: 'DESIGNATED', undoneAt: null, isExcluded: false } as const
    expect(counts(present)).toBe(true)
    expect(counts({ ...present, mandateKind: null })).toBe(false)
    expect(counts({ ...present, undoneAt: startsAt })).toBe(false)
    expect(counts({ ...present, isExcluded: true })).toBe(false)
  })
})
