import fc from 'fast-check'
import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '@/lib/access/sealing'
import { openStep, sealStep } from '@/lib/access/sign-in-step'
import { newRecoveryCodes, newSecret, readCode, stepOf, writtenRecoveryCode } from '@/lib/users/code-rules'
import { worldNow } from '../support/world'

const later = (seconds: number) => new Date(worldNow.getTime() + seconds * 1_000)

describe('codes by themselves', () => {
  it('agree with another implementation, a step before and after, and no further', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }),
        fc.integer({ min: -3, max: 3 }),
        (epoch, off) => {
          const secret = newSecret()
          const code = generateSync({ secret, epoch: epoch + off * 30 })
          const step = stepOf(secret, code, new Date(epoch * 1_000))
          expect(step).toBe(Math.abs(off) <= 1 ? Math.floor(epoch / 30) + off : null)
        },
      ),
      { numRuns: 30 },
    )
  })

  it.each([
    ['123 456', 'TOTP', '123456'],
    ['１２３４５６', 'TOTP', '123456'],
    ['abcde-fghjk', 'RECOVERY', 'ABCDEFGHJK'],
    ['OIL00-00000', 'RECOVERY', '0110000000'],
  ])('%s is read', (typed, kind, code) => {
    expect(readCode(typed)).toEqual({ kind, code })
  })

  it.each(['', '12345', '1234567', 'ABCDE-FGHJ', 'ABCDE-FGHJU', '<script>'])('%s is neither', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  it('recovery codes are ten different ones and are read as they are written', () => {
    const codes = newRecoveryCodes()
    expect(codes.map((code) => readCode(writtenRecoveryCode(code))?.code)).toEqual(codes)
  })
})

describe('what is sealed', () => {
  it('opens for its purpose and its owner alone, and not when a bit of it changed', () => {
    const sealed = seal('one-time-secret', 'me', '秘密')
    expect(unseal('one-time-secret', 'me', sealed)).toBe('秘密')
    expect(unseal('sign-in-step', 'me', sealed)).toBeNull()
    expect(unseal('one-time-secret', 'you', sealed)).toBeNull()
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(unseal('one-time-secret', 'me', changed.toString('base64url'))).toBeNull()
    }
    expect(unseal('one-time-secret', 'me', 'short')).toBeNull()
  })

  it('a step leads on for five minutes, with the password that was proved', () => {
    const userId = '00000000-0000-7000-8000-000000000001'
    const sealed = sealStep({ userId, passwordHash: 'hash', next: '/portal' }, worldNow)
    expect(openStep(sealed, later(299))?.isOfPassword('hash')).toBe(true)
    expect(openStep(sealed, later(299))?.isOfPassword('other')).toBe(false)
    expect(openStep(sealed, later(300))).toBeNull()
  })
})
