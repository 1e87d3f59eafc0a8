import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sign, signedText } from '@/lib/access/signing'
import { readClaim, writeClaim, type Claim } from '@/lib/attendance/claim-rules'
import { checkInBounds, checkInStanding } from '@/lib/attendance/rules'

const startsAt = new Date('2026-11-24T01:00:00Z')
const endsAt = new Date('2026-11-24T03:00:00Z')
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000)
const standing = (state: 'DRAFT' | 'PUBLISHED' | 'HELD' | 'CLOSED' | 'CANCELLED', at: Date) =>
  checkInStanding({ startsAt, endsAt, state }, at)

describe('when checking in is open', () => {
  it('from 60 minutes before the start to 30 minutes after the end, to the millisecond', () => {
    expect(standing('PUBLISHED', new Date(minutes(startsAt, -60).getTime() - 1))).toBe('NOT_YET')
    expect(standing('PUBLISHED', minutes(startsAt, -60))).toBe('OPEN')
    expect(standing('HELD', minutes(endsAt, 30))).toBe('OPEN')
    expect(standing('HELD', new Date(minutes(endsAt, 30).getTime() + 1))).toBe('OVER')
  })

  it.each(['DRAFT', 'CLOSED', 'CANCELLED'] as const)('never for an activity that is %s', (state) => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 300 }),
        (shift) => standing(state, minutes(startsAt, shift)) === 'NOT_HELD',
      ),
    )
  })

  it('the bounds for the database say the same as the rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200 * 60, max: 400 * 60 }), (seconds) => {
        const at = new Date(startsAt.getTime() + seconds * 1_000)
        const { startsUntil, endsFrom } = checkInBounds(at)
        expect(startsAt <= startsUntil && endsAt >= endsFrom).toBe(standing('PUBLISHED', at) === 'OPEN')
      }),
    )
  })
})

describe('the claim of the first scan', () => {
  const claim: Claim = {
    activityId: '019abcde-0000-7000-8000-000000000001',
    code: 'HALL234',
    seenAt: startsAt,
    purpose: 'CHECK_IN',
    method: 'CODE_SCANNED',
  }

  it('holds for ten minutes and not a millisecond longer, and never before it was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (milliseconds) => {
        const read = readClaim(writeClaim(claim), new Date(startsAt.getTime() + milliseconds))
        expect(read).toEqual(milliseconds >= 0 && milliseconds < 600_000 ? claim : null)
      }),
    )
  })

  it('keeps how the code was seen', () => {
    expect(readClaim(writeClaim({ ...claim, method: 'CODE_TYPED' }), startsAt)?.method).toBe('CODE_TYPED')
  })

  it('no other text is a claim', () => {
    fc.assert(fc.property(fc.string(), (text) => readClaim(text, startsAt) === null))
  })

  it('passes only with the mark of its own audience', () => {
    const text = writeClaim(claim)
    expect(signedText('check-in-claim', sign('check-in-claim', text))).toBe(text)
    expect(signedText('check-in-claim', sign('check-in-device', text))).toBeNull()
    expect(signedText('check-in-claim', text)).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sign('check-in-claim', text).length - 1 }), (place) => {
        const signed = sign('check-in-claim', text)
        const other = signed[place] === 'A' ? 'B' : 'A'
        expect(signedText('check-in-claim', signed.slice(0, place) + other + signed.slice(place + 1))).toBeNull()
      }),
    )
  })
})
