import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeAlphabet,
  codeLength,
  isTypedCode,
  judgeToken,
  millisecondsLeft,
  scannedAddress,
  scannedToken,
  stepAt,
  stepSeconds,
  typedCode,
} from '@/lib/attendance/code-rules'

const activity = { id: '019abcde-0000-7000-8000-000000000001', checkInSecret: 'the secret of one activity' }
const another = { id: '019abcde-0000-7000-8000-000000000002', checkInSecret: 'the secret of one activity' }
const renewed = { ...activity, checkInSecret: 'another secret' }

const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2099, 0, 1) })
  .map((milliseconds) => new Date(milliseconds))
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1_000)

describe('the rotating code', () => {
  it('rotates every 20 to 30 seconds', () => {
    expect(stepSeconds).toBeGreaterThanOrEqual(20)
    expect(stepSeconds).toBeLessThanOrEqual(30)
  })

  it('is six signs that nobody mistakes for another', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const code = typedCode(activity, stepAt(at))
        expect(code).toHaveLength(codeLength)
        expect([...code].every((sign) => codeAlphabet.includes(sign))).toBe(true)
      }),
    )
    expect(codeAlphabet).not.toMatch(/[01ILO]/)
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length)
  })

  it('passes from the moment it is shown for at least one more step, and never for 40 seconds', () => {
    fc.assert(
      fc.property(instant, fc.double({ min: 0, max: 120, noNaN: true }), (shown, seconds) => {
        const at = later(shown, seconds)
        const step = stepAt(shown)
        const passes = isTypedCode(activity, typedCode(activity, step), at)
        expect(judgeToken(activity, scannedToken(activity, step), at)).toBe(passes ? 'VALID' : 'EXPIRED')
        if (seconds <= stepSeconds) expect(passes).toBe(true)
        if (seconds >= 40) expect(passes).toBe(false)
      }),
    )
  })

  it('is worth nothing before its time: a clock that goes back ten minutes refuses it', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: stepSeconds, max: 100_000 }), (shown, seconds) => {
        const earlier = later(shown, -seconds)
        expect(judgeToken(activity, scannedToken(activity, stepAt(shown)), earlier)).toBe('FORGED')
        expect(isTypedCode(activity, typedCode(activity, stepAt(shown)), earlier)).toBe(false)
      }),
    )
  })

  it('belongs to one activity and one secret', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const step = stepAt(at)
        for (const stranger of [another, renewed]) {
          expect(judgeToken(stranger, scannedToken(activity, step), at)).toBe('FORGED')
          expect(isTypedCode(stranger, typedCode(activity, step), at)).toBe(false)
        }
      }),
    )
  })

  it('is taken however it is typed: small, full-width, in two groups', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const code = typedCode(activity, stepAt(at))
        const fullWidth = [...code].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')
        for (const typed of [
          code.toLowerCase(),
          fullWidth,
          ` ${code.slice(0, 3)} ${code.slice(3)} `,
          code.replace(/^(...)/, '$1-'),
        ]) {
          expect(isTypedCode(activity, typed, at)).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('no text but the token itself passes, whatever it looks like', () => {
    const at = new Date('2026-11-24T01:00:07Z')
    const genuine = scannedToken(activity, stepAt(at))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webSegment()), (text) => {
        fc.pre(text !== genuine)
        expect(judgeToken(activity, text, at)).toBe('FORGED')
      }),
      { numRuns: 1_000 },
    )
    const [step = '', mark = ''] = genuine.split('.')
    for (const forged of [
      '',
      '.',
      step,
      `${step}.`,
      `0${genuine}`,
      `${genuine}=`,
      `${genuine}.x`,
      `${step.toUpperCase()}.${mark.slice(1)}`,
      `-${genuine}`,
      `1e9.${mark}`,
    ]) {
      expect(judgeToken(activity, forged, at)).toBe('FORGED')
    }
  })

  it('one sign changed anywhere in the token is a forgery', () => {
    const at = new Date('2026-11-24T01:00:07Z')
    const genuine = scannedToken(activity, stepAt(at))
    for (let place = 0; place < genuine.length; place++) {
      const other = genuine[place] === 'a' ? 'b' : 'a'
      expect(judgeToken(activity, genuine.slice(0, place) + other + genuine.slice(place + 1), at)).toBe('FORGED')
    }
  })

  it('a typed code gives nobody a token, nor the other way about', () => {
    const step = stepAt(new Date('2026-11-24T01:00:07Z'))
    expect(scannedToken(activity, step)).not.toContain(typedCode(activity, step))
  })

  it('says how long it still stands', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const left = millisecondsLeft(at)
        expect(left).toBeGreaterThan(0)
        expect(left).toBeLessThanOrEqual(stepSeconds * 1_000)
        expect(stepAt(new Date(at.getTime() + left))).toBe(stepAt(at) + 1)
        expect(stepAt(new Date(at.getTime() + left - 1))).toBe(stepAt(at))
      }),
    )
  })

  it('makes a short address, so that the QR code is coarse enough for the last row', () => {
    const address = scannedAddress('https://portal.example.sh.gov.cn', { ...activity, code: 'K7MPR2WX' }, 89_000_000)
    expect(address).toMatch(/^https:\/\/portal\.example\.sh\.gov\.cn\/c\/K7MPR2WX\?t=[0-9a-z]+\.[\w-]{22}$/)
    expect(address.length).toBeLessThan(84)
  })
})
