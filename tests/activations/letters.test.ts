import jsQR from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { claimAddress, lettersPdf, unprintable, type Letter } from '@/lib/activations/letter-documents'
import { pagesOf, textOf } from './pdf-text'

const pile = {
  office: '上海市应急管理局',
  contact: '危化处 李明 021-63580000',
  address: 'https://alliance.example.sh.cn/claim',
  lastDay: '2027-01-23',
  today: '2026-11-24',
}

const letter = (over: Partial<Letter> = {}): Letter => ({
  number: 1,
  jurisdiction: '金山区',
  enterprise: '上海镕囍精细化工有限公司（漕泾站）',
  creditCode: '91310116MA1J000016',
  code: 'K7QM-3ZRT-9WXB',
  ...over,
})

/** As a telephone sees it: eight points for each module, a white margin around. */
function seenBy(text: string): string | undefined {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const side = size * 8
  const image = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (data[Math.floor(y / 8)]?.[Math.floor(x / 8)]) image.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return jsQR(image, side, side)?.data
}

describe('letters', () => {
  it('are one page each, and say who, what for, the code and until when', async () => {
    const pdf = await lettersPdf([letter(), letter({ number: 2, creditCode: null, code: '0000-1111-2222' })], pile)
    expect(pagesOf(pdf)).toBe(2)
    const text = textOf(pdf).replaceAll(/\s/g, '')
    for (const said of [
      '上海市应急管理局',
      '上海镕囍精细化工有限公司（漕泾站）：',
      '沪应急危化〔2024〕14号',
      '91310116MA1J000016',
      'K7QM-3ZRT-9WXB',
      '0000-1111-2222',
      '以营业执照所载为准',
      '2027年1月23日',
      '危化处李明021-63580000',
      '2026年11月24日',
      '金山区·0002',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('□')
  })

  it('stay on their page with the longest name and address', async () => {
    const long = letter({ enterprise: '上海'.repeat(90), jurisdiction: '中国（上海）自由贸易试验区临港新片区' })
    expect(pagesOf(await lettersPdf([long], { ...pile, address: `https://${'a-b.'.repeat(20)}cn/claim` }))).toBe(1)
  })

  it('bring a telephone to the claim, with the code behind the # alone', () => {
    const address = claimAddress(pile.address, letter())
    expect(seenBy(address)).toBe('https://alliance.example.sh.cn/claim?c=91310116MA1J000016#K7QM-3ZRT-9WXB')
    expect(claimAddress(pile.address, letter({ creditCode: null }))).not.toContain('?')
    expect(new URL(address).search).not.toContain('K7QM')
  })

  it('name the characters that cannot be printed', async () => {
    expect(await unprintable('上海镕囍曌㼆化工（漕泾）·A-1')).toBe('')
    expect(await unprintable('上海𠮷野家😀\u202e公司')).toBe('𠮷😀\u202e')
  })
})
