/** One enterprise on the projector; without a name: whoever came for none. */
export type BoardFirm = {
  id: string | null
  name: string | null
  here: number
  /** Places that it holds; 0: everybody of it walked in. */
  expected: number
  latestAt: Date | null
}

/** What the hall reads beside the code. Instants as text: the page and the address that it asks give the same. */
export type Board = {
  at: string
  here: number
  expected: number
  firmsHere: number
  firmsExpected: number
  firms: { id: string; name: string | null; here: number; expected: number }[]
  latest: { id: string; name: string | null; at: string }[]
}

const latestShown = 5

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The lines of the hall with their sums, and who came last: enterprises, never people. */
export function boardOf(firms: readonly BoardFirm[], at: Date): Board {
  const lines = firms.map(({ id, latestAt: _, ...firm }) => ({ ...firm, id: id ?? '' }))
  const latest = firms
    .flatMap(({ id, name, latestAt }) => (latestAt ? [{ id: id ?? '', name, at: latestAt.toISOString() }] : []))
    .toSorted((one, other) => other.at.localeCompare(one.at))
  return {
    at: at.toISOString(),
    here: sum(lines.map(({ here }) => here)),
    expected: sum(lines.map(({ expected }) => expected)),
    firmsHere: lines.filter(({ id, here }) => id !== '' && here > 0).length,
    firmsExpected: lines.filter(({ expected }) => expected > 0).length,
    firms: lines,
    latest: latest.slice(0, latestShown),
  }
}
