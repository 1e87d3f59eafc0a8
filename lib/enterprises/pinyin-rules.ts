import { pinyin } from 'pinyin-pro'

/** A run of a text as it is spoken: Chinese characters as syllables without tones (`lv` for 绿), anything else as it is. */
type Spoken = { syllables: string[]; isChinese: boolean }

const runs = /\p{Script=Han}+|[A-Za-z0-9]+/gu

export const spokenRuns = (text: string): Spoken[] =>
  [...text.matchAll(runs)].map(([run]) =>
    /^\p{Script=Han}/u.test(run)
      ? { syllables: pinyin(run, { toneType: 'none', type: 'array', v: true }), isChinese: true }
      : { syllables: [run.toLowerCase()], isChinese: false },
  )

/** The first letter of each character, and letters and digits whole: `华谊A3厂` is `hya3c`. */
export const initialsIn = (spoken: Spoken[]): string =>
  spoken
    .flatMap(({ syllables, isChinese }) => (isChinese ? syllables.map((syllable) => syllable[0] ?? '') : syllables))
    .join('')

/** Letters as somebody may have meant them: whole syllables, and the beginning of one that is still being typed. */
export type Reading = { syllables: string[]; begun: string }

const syllable =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ue|ui|ve|a|o|e|i|u|v)|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e)/
const beginning = /^(?:zh?|ch?|sh?|[bpmfdtnlgkhjqxryw])[aeiouv]{0,2}n?$/

const longestSyllable = 6
export const readingsMax = 4

/**
 * The ways to read letters as pinyin, the one with the longest syllables first: `xian` is `xian` and `xi'an`. Only where
 * none comes out even, the last syllable may be unfinished: `huayih` is `hua'yi` and an `h`.
 */
export function readPinyin(letters: string): Reading[] {
  const even = readings(letters, () => false)
  return even.length > 0 ? even : readings(letters, (rest) => rest !== letters && beginning.test(rest))
}

function readings(letters: string, mayEndWith: (rest: string) => boolean): Reading[] {
  const found: Reading[] = []
  // Where it is known that nothing comes of the rest: otherwise a long word of vowels takes forever.
  const dead = new Set<string>()
  const read = (rest: string, syllables: string[]): void => {
    if (found.length >= readingsMax || dead.has(rest)) return
    const before = found.length
    if (rest === '' || mayEndWith(rest)) found.push({ syllables, begun: rest })
    for (let length = Math.min(longestSyllable, rest.length); length > 0; length--) {
      const head = rest.slice(0, length)
      if (syllable.exec(head)?.[0] === head) read(rest.slice(length), [...syllables, head])
    }
    if (found.length === before) dead.add(rest)
  }
  read(letters, [])
  return found
}
