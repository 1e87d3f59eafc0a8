import { initialsIn, lettersIn, spokenRuns } from '@/lib/enterprises/pinyin-rules'
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

/** The ways in which a name may be written by whoever looks for it. */
function spellings(name: string): string[] {
  const spoken = spokenRuns(name)
  return [tidy(name).toLowerCase(), initialsIn(spoken), lettersIn(spoken)]
}

/** Whether each word of a search is part of one of the names: as written, by pinyin, or by initials. */
export function isNamed(query: string, names: string[]): boolean {
  const words = query.toLowerCase().split(' ').filter(Boolean)
  const ways = names.flatMap(spellings)
  return words.length > 0 && words.every((word) => ways.some((way) => way.includes(word)))
}

type Named = { name: string; shortName: string | null; establishment: string | null }

/** How well an enterprise's names answer a search, 0 being best: begins with it, holds it in one piece, or in pieces. */
export function distanceOf(query: string, { name, shortName, establishment }: Named): number {
  const text = query.toLowerCase().replaceAll(' ', '')
  const ways = [name, shortName ?? '', establishment ?? ''].filter(Boolean).flatMap(spellings)
  if (ways.some((way) => way.startsWith(text))) return 0
  return ways.some((way) => way.includes(text)) ? 1 : 2
}
