/** The query of a page as Next gives it. */
export type Query = Record<string, string | string[] | undefined>

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** One value of a query; blank counts as missing. */
export function queryValue(query: Query, name: string): string | undefined {
  const value = single(query[name])?.trim()
  return value ? value : undefined
}

/** The same address with some parameters changed; null takes one out. Blank ones are left out. */
export function hrefWith(path: string, query: Query, changes: Record<string, string | number | null> = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (name in changes) continue
    for (const one of Array.isArray(value) ? value : [value]) if (one) params.append(name, one)
  }
  for (const [name, value] of Object.entries(changes))
    if (value !== null && value !== '') params.append(name, String(value))
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** `?sort=name` rising, `?sort=-name` falling. */
export type Sort = { key: string; isFalling: boolean }

export function sortOf(query: Query, fallback: string): Sort {
  const text = queryValue(query, 'sort') ?? fallback
  return text.startsWith('-') ? { key: text.slice(1), isFalling: true } : { key: text, isFalling: false }
}

/** The other direction of the sorted column, or rising by another one; the position in the list is given up. */
export const sortHref = (path: string, query: Query, sort: Sort, key: string): string =>
  hrefWith(path, query, { sort: sort.key === key && !sort.isFalling ? `-${key}` : key, cursor: null })
