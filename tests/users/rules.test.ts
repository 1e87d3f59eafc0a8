import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf } from '@/lib/access/caller'
import { toAccount } from '@/lib/users/account-rules'
import { passwordProblem } from '@/lib/users/rules'
import { namePinyin } from '@/lib/users/mutations'

describe('an account', () => {
  it.each([
    ['Zhang.San@Example.CN', { email: 'zhang.san@example.cn', phone: null }],
    [' ｚｈａｎｇ＠example.cn ', { email: 'zhang@example.cn', phone: null }],
    ['13800000001', { email: null, phone: '+8613800000001' }],
    ['+86 138 0000 0001', { email: null, phone: '+8613800000001' }],
    ['１３８－００００－０００１', { email: null, phone: '+8613800000001' }],
    ['+852 9123 4567', { email: null, phone: '+85291234567' }],
  ])('%j is written one way', (typed, account) => {
    expect(toAccount(typed)).toEqual(account)
  })

  it.each(['zhаng@example.cn', 'zhang@exаmple.cn', 'zhang', '', '12345', '021-54781234', 'a@b', 'a@b@c.cn'])(
    '%j is none, though it may look like one',
    (typed) => {
      expect(toAccount(typed)).toBeNull()
    },
  )
})

describe('a new password', () => {
  it.each([
    ['Demo-2026!', null],
    ['correct horse battery', null],
    ['三只小猪盖了一座大房子', null],
    ['short', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaa', 'PASSWORD_TOO_EASY'],
    ['1234567890', 'PASSWORD_TOO_EASY'],
    ['0987654321', 'PASSWORD_TOO_EASY'],
    ['abcdefghij', 'PASSWORD_TOO_EASY'],
    ['Password123', 'PASSWORD_TOO_EASY'],
    ['P@ssw0rd2026', 'PASSWORD_TOO_EASY'],
    ['2026shanghai', 'PASSWORD_TOO_EASY'],
    ['wang@example.cn', 'PASSWORD_IS_ACCOUNT'],
    ['wang@example.cn1', 'PASSWORD_IS_ACCOUNT'],
  ])('%j: %s', (password, problem) => {
    expect(passwordProblem(password, ['wang@example.cn', '王伟'])).toBe(problem)
  })
})

describe('the address of a client', () => {
  it.each([
    ['203.0.113.9', undefined, 0, '203.0.113.9'],
    ['203.0.113.9', '1.2.3.4', 0, '203.0.113.9'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    ['::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ])('socket %s, forwarded %s, %i proxies: %s', (socket, forwarded, hops, address) => {
    expect(clientAddress(socket, forwarded, hops)).toBe(address)
  })

  it('counts an IPv6 customer as one', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'))
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  })
})

describe('a name is found by its pinyin', () => {
  it.each([
    ['张伟', 'zhangwei zw'],
    ['单田芳', 'shantianfang stf'],
    ['Li Lei', 'lilei ll'],
  ])('%s', (name, expected) => {
    expect(namePinyin(name)).toBe(expected)
  })
})
