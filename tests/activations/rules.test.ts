import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeAlphabet,
  codeLength,
  codeOf,
  percentOf,
  printedCode,
  readCode,
  stateOf,
  validityOf,
} from '@/lib/activations/rules'

const bytes = fc.uint8Array({ minLength: codeLength, maxLength: codeLength })

describe('an activation code', () => {
  it('has 60 bits of an alphabet without look-alikes', () => {
    expect(Math.log2(codeAlphabet.length) * codeLength).toBeGreaterThanOrEqual(60)
    expect(codeAlphabet).not.toMatch(/[ILOU]/)
    expect(new Set(codeAlphabet).size).toBe(32)
  })

  it('is read back however it is typed', () => {
    const disguised = fc.tuple(bytes, fc.boolean(), fc.constantFrom('', '-', ' ', '——', '　'))
    fc.assert(
      fc.property(disguised, ([drawn, isSmall, between]) => {
        const code = codeOf(drawn)
        const printed = printedCode(code).replaceAll('-', between).replaceAll('0', 'O').replaceAll('1', 'l')
        expect(readCode(isSmall ? printed.toLowerCase() : printed)).toBe(code)
      }),
    )
  })

  it('is nothing where a character is missing, too many or strange', () => {
    expect(readCode('K7QM-3ZRT-9WX')).toBeNull()
    expect(readCode('K7QM-3ZRT-9WXBB')).toBeNull()
    expect(readCode('K7QM-3ZRT-9WXU')).toBeNull()
    expect(readCode('一二三四五六七八九十百千')).toBeNull()
    expect(readCode('Ｋ７ＱＭ３ＺＲＴ９ＷＸＢ')).toBe('K7QM3ZRT9WXB')
  })

  it('holds through its last day in Beijing', () => {
    expect(validityOf('2026-11-24', 60)).toEqual({ lastDay: '2027-01-23', expiresAt: new Date('2027-01-23T16:00:00Z') })
  })
})

describe('how far an enterprise has come', () => {
  const at = new Date('2026-11-24T02:00:00Z')

  it('is told by whether somebody acts for it before any code is asked', () => {
    expect(stateOf({ hasCome: true, openUntil: null }, at)).toBe('COME')
    expect(stateOf({ hasCome: true, openUntil: new Date(at.getTime() + 1) }, at)).toBe('COME')
    expect(stateOf({ hasCome: false, openUntil: new Date(at.getTime() + 1) }, at)).toBe('ISSUED')
    expect(stateOf({ hasCome: false, openUntil: at }, at)).toBe('EXPIRED')
    expect(stateOf({ hasCome: false, openUntil: null }, at)).toBe('NONE')
  })

  it('is 100 % only when all have come', () => {
    expect(percentOf(2_099, 2_100)).toBe(99)
    expect(percentOf(2_100, 2_100)).toBe(100)
    expect(percentOf(0, 0)).toBe(0)
  })
})
