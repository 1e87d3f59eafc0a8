/** How one word typed at the door may be meant: as it stands, as pinyin, as the last digits of a number. */
export type DoorWord = { text: string; letters: string | null; digits: string | null }

const wordsMax = 4
const digitsMin = 3

/** The words of a search at the door. Full width, capitals and the spaces of an input method are all meant well. */
export function doorWords(query: string): DoorWord[] {
  return query
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, wordsMax)
    .map((text) => ({
      text,
      letters: /^[A-Za-z']+$/.test(text) ? text.replaceAll("'", '').toLowerCase() : null,
      digits: /^[0-9]+[Xx]?$/.test(text) && text.length >= digitsMin ? text.toUpperCase() : null,
    }))
}

/** Where a person stands at the door before they have come: in this order they are shown. */
export const doorStandings = ['PLACED', 'WAITING', 'ON_LEAVE', 'WALK_IN'] as const

export type DoorStanding = (typeof doorStandings)[number]

type Findable = { name: string; pinyin: string; lines: { enterprise: string | null }[] }

/**
 * Whom of its own list a desk without a connection means by what was typed: each word a part of the name, the beginning of
 * its pinyin or initials, or a part of the enterprise's name. Numbers are found only by the server, which alone has them.
 */
export function findInDoorList<Person extends Findable>(list: Person[], query: string, most: number): Person[] {
  const words = doorWords(query)
  if ([...words.map(({ text }) => text).join('')].length < 2) return []
  const means = ({ name, pinyin, lines }: Person) =>
    words.every(
      ({ text, letters }) =>
        name.includes(text) ||
        (letters !== null && ` ${pinyin}`.includes(` ${letters}`)) ||
        lines.some(({ enterprise }) => enterprise?.includes(text)),
    )
  return list.filter(means).slice(0, most)
}
