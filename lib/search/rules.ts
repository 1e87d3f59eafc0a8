import { initialsIn, spokenRuns } from '@/lib/enterprises/pinyin-rules'
import { tidy } from '@/lib/enterprises/rules'

export const lettersMin = 2
const lettersMax = 60

/** Of each kind so many in the dialog, and so many on the page. */
export const hitsInDialog = 5
export const hitsOnPage = 20

/** What somebody asks for, as it is understood: words with one space between them; longer texts are cut. */
export function searchedText(typed: string | null | undefined): string {
  const words = (typed ?? '')
    .slice(0, lettersMax * 4)
    .split(/\s+/)
    .map(tidy)
    .filter((word) => word !== '')
  return [...words.join(' ')].slice(0, lettersMax).join('')
}

export const isTooShort = (query: string): boolean => [...query].length < lettersMin

/** How a name may be written by whoever looks for it: as it is, by initials, and by pinyin from each syllable on. */
type Spelling = { whole: string[]; spoken: string[] }

/** Pinyin is worked out only for who types letters. `hang` is no way to ask for 账号: pinyin begins with a syllable. */
function spellingFor(query: string, name: string): Spelling {
  const runs = /[a-z]/.test(query) ? spokenRuns(name) : []
  const syllables = runs.flatMap((run) => run.syllables)
  return {
    whole: [tidy(name).toLowerCase(), initialsIn(runs)],
    spoken: syllables.map((_, index) => syllables.slice(index).join('')),
  }
}

const holds = (word: string, { whole, spoken }: Spelling): boolean =>
  whole.some((way) => way.includes(word)) || spoken.some((way) => way.startsWith(word))

const beginsWith = (word: string, { whole, spoken }: Spelling): boolean =>
  [...whole, ...spoken.slice(0, 1)].some((way) => way.startsWith(word))

/** Whether each word of a search is part of one of the names: as written, by pinyin, or by initials. */
export function isNamed(query: string, names: string[]): boolean {
  const asked = query.toLowerCase()
  const words = asked.split(' ').filter(Boolean)
  const ways = names.map((name) => spellingFor(asked, name))
  return words.length > 0 && words.every((word) => ways.some((way) => holds(word, way)))
}

type Named = { name: string; shortName: string | null; establishment: string | null }

/** How well an enterprise's names answer a search, 0 being best: begins with it, holds it in one piece, or in pieces. */
export function distanceOf(query: string, { name, shortName, establishment }: Named): number {
  const text = query.toLowerCase().replaceAll(' ', '')
  const ways = [name, shortName, establishment].flatMap((each) => (each ? [spellingFor(text, each)] : []))
  if (ways.some((way) => beginsWith(text, way))) return 0
  return ways.some((way) => holds(text, way)) ? 1 : 2
}
