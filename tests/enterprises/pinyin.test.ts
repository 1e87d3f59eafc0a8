import { describe, expect, it } from 'vitest'
import { readingsMax, readPinyin } from '@/lib/enterprises/pinyin-rules'
import { searchedTokens, searchTokens } from '@/lib/enterprises/search-rules'

const firm = {
  name: '上海华谊精细化工有限公司',
  shortName: '华谊',
  establishment: null,
  creditCode: '91310116MA1J000016',
}
const tokens = new Set(searchTokens(firm))

const finds = (query: string) =>
  (searchedTokens(query) ?? []).every((ways) => ways.some((way) => way.every((token) => tokens.has(token))))

describe('an enterprise is found', () => {
  it.each(['华谊', '精细化工', '华谊 化工', 'hyjx', 'HYJX', 'huayi', 'Huayi', 'huayijing', 'huayij', 'shanghaihuayi'])(
    'by %s',
    (query) => expect(finds(query)).toBe(true),
  )

  it.each(['91310116MA1J000016', '9131 0116', '91310116ma1j', '１６ＭＡ'])('by its credit code: %s', (query) =>
    expect(finds(query)).toBe(true),
  )

  it.each(['华宜', 'hyyj', 'huali', 'yihua', '91310117'])('but not by %s', (query) => expect(finds(query)).toBe(false))
})

describe('letters are read as pinyin', () => {
  const read = (letters: string) =>
    readPinyin(letters).map(({ syllables, begun }) => [...syllables, begun].join("'").replace(/'$/, ''))

  it('in each way that comes out even', () => {
    expect(read('xian')).toEqual(['xian', "xi'an"])
    expect(read('jinshan')).toContain("jin'shan")
    expect(read('lvdi')).toEqual(["lv'di"])
  })

  it('with a syllable that is not finished only where nothing comes out even', () => {
    expect(read('huayi')).not.toContain("hua'y")
    expect(read('huay')).toEqual(["hua'y", "hu'a'y"])
    expect(read('jinshanq')).toContain("jin'shan'q")
  })

  it('not at all where they are none', () => {
    expect(read('hyjx')).toEqual([])
    expect(read('BASF')).toEqual([])
  })

  // A reader that tries every way to split these would not come to an end within a test's time.
  it.each([['ao'.repeat(30)], [`${'a'.repeat(59)}v`], [`${'eng'.repeat(19)}i`]])(
    'in few ways of many: %s',
    (letters) => {
      expect(readPinyin(letters).length).toBeLessThanOrEqual(readingsMax)
    },
  )
})
