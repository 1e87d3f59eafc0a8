/**
 * The lists that can be kept as views: where they stand, under which name their table remembers its columns, and the
 * parameters that their addresses know. A view holds these and nothing else, so it leads nowhere but to its list. That
 * they are the lists' own is tested.
 */
export const lists = {
  enterprises: {
    path: '/portal/enterprises',
    table: 'enterprises',
    params: ['q', 'jurisdiction', 'alliance', 'kind', 'size', 'standardization', 'hazard', 'licence', 'state', 'sort'],
  },
  activities: {
    path: '/portal/activities',
    table: 'activities',
    params: ['q', 'kind', 'state', 'alliance', 'period', 'month', 'from', 'to', 'owes'],
  },
  users: { path: '/portal/users', table: 'users', params: ['q', 'role', 'state'] },
  reports: {
    path: '/portal/reports',
    table: 'participation',
    params: ['view', 'year', 'quarter', 'alliance', 'jurisdiction', 'enterprise', 'never', 'trained', 'sort'],
  },
} as const satisfies Record<string, { path: string; table: string; params: readonly string[] }>

export type ListKey = keyof typeof lists

export const listKeys = Object.keys(lists) as [ListKey, ...ListKey[]]

/** The columns that are hidden, parted by full stops; a dash where none is. */
export const columnsParam = 'columns'

/** Says that everything is to be seen, whatever view is one's default. */
export const everythingParam = 'saved'

export const nameLengthMax = 40
export const viewsMax = 50
const valueLengthMax = 200
const queryLengthMax = 2_000

type Texts = Record<string, string | string[] | undefined>

/**
 * The parameters of a list that a query holds, in their fixed order; those it does not know, blank ones and positions in
 * the list are left out. Two addresses that show the same give the same text.
 */
export function queryOf(noun: ListKey, texts: Texts): string {
  const kept = new URLSearchParams()
  for (const name of [...lists[noun].params, columnsParam]) {
    const value = [texts[name] ?? []].flat()[0]?.trim().slice(0, valueLengthMax)
    if (!value) continue
    kept.set(name, value)
    // A parameter more than fits is left out whole, never cut in two.
    if (kept.toString().length > queryLengthMax) kept.delete(name)
  }
  return kept.toString()
}

/** The same from the text of an address. */
export const queryOfText = (noun: ListKey, text: string): string =>
  queryOf(noun, Object.fromEntries(new URLSearchParams(text)))

/** Where a view stands; an empty one means everything. */
export const viewHref = (noun: ListKey, query: string): string =>
  query === '' ? `${lists[noun].path}?${everythingParam}=all` : `${lists[noun].path}?${query}`
