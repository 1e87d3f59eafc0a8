import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLocal } from '@/lib/core/clock'
import { offerEnds, shareOut } from '@/lib/places/rules'

const alliances = ['a', 'b', 'c']
const left = fc.option(fc.nat(6), { nil: null })
const wishes = fc.record({
  left,
  rooms: fc
    .tuple(left, left, left)
    .map((all) => all.map((one, index) => ({ allianceId: alliances[index] ?? '', left: one }))),
  asks: fc.array(fc.record({ allianceIds: fc.uniqueArray(fc.constantFrom(...alliances)) }), { maxLength: 20 }),
})

describe('giving out places', () => {
  it('never gives more than there are, nor through an alliance that the asker is not of', () => {
    fc.assert(
      fc.property(wishes, ({ left, rooms, asks }) => {
        const given = shareOut(left, rooms, asks)
        const taken = given.filter((one) => one !== null)
        expect(given).toHaveLength(asks.length)
        expect(taken.length).toBeLessThanOrEqual(left ?? Infinity)
        for (const room of rooms)
          expect(taken.filter((id) => id === room.allianceId).length).toBeLessThanOrEqual(room.left ?? Infinity)
        given.forEach((id, index) => expect(id === null || asks[index]?.allianceIds.includes(id)).toBe(true))
      }),
    )
  })

  it('lets nobody wait while there is a place for them, and nobody pass who could come no other way', () => {
    fc.assert(
      fc.property(wishes, ({ left, rooms, asks }) => {
        const given = shareOut(left, rooms, asks)
        given.forEach((id, index) => {
          if (id !== null) return
          const before = given.slice(0, index).filter((one) => one !== null)
          const isFull = left !== null && before.length >= left
          const hasRoom = (allianceId: string) => {
            const most = rooms.find((room) => room.allianceId === allianceId)?.left ?? Infinity
            return before.filter((one) => one === allianceId).length < most
          }
          expect(isFull || !asks[index]?.allianceIds.some(hasRoom)).toBe(true)
        })
      }),
    )
  })

  it('gives a member of two alliances the wider one', () => {
    const rooms = [
      { allianceId: 'a', left: 1 },
      { allianceId: 'b', left: null },
    ]
    expect(shareOut(null, rooms, [{ allianceIds: ['a', 'b'] }, { allianceIds: ['a'] }])).toEqual(['b', 'a'])
  })
})

describe('how long a free place is kept', () => {
  const startsAt = fromLocal('2026-12-01T09:00')
  const ends = (at: string, offerHours: number | null = 4) => offerEnds({ offerHours, startsAt }, fromLocal(at))

  it.each([
    ['in the day for its hours', '2026-11-24T10:00', '2026-11-24T14:00'],
    ['over the evening until the morning', '2026-11-24T18:30', '2026-11-25T07:30'],
    ['from the night on as of the morning', '2026-11-24T23:00', '2026-11-25T11:30'],
    ['never beyond the start', '2026-12-01T08:00', '2026-12-01T09:00'],
  ])('%s', (_what, at, until) => expect(ends(at)).toEqual(fromLocal(until)))

  it('and without hours not at all: it is theirs', () => expect(ends('2026-11-24T10:00', null)).toBeNull())
})
