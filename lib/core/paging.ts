import { z } from 'zod'

/** Rows of one page of a list. */
export const pageSize = 50

/**
 * A position in a list that is sorted by one value and then by id: the row before (or after) which the page ends. Carried
 * in the URL as base64url JSON; whatever does not parse means the first page.
 */
export type Cursor = { direction: 'after' | 'before'; value: string | number | null; id: string }

const cursorShape = z.strictObject({
  d: z.enum(['a', 'b']),
  v: z.union([z.string().max(400), z.number(), z.null()]),
  i: z.uuid(),
})

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify({ d: cursor.direction === 'after' ? 'a' : 'b', v: cursor.value, i: cursor.id })).toString(
    'base64url',
  )

export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 1_000) return null
  try {
    const { d, v, i } = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { direction: d === 'a' ? 'after' : 'before', value: v, id: i }
  } catch {
    return null
  }
}

export type Page<T> = { rows: T[]; previous: string | null; next: string | null }

/**
 * Cuts one page out of `pageSize + 1` rows that were read from the cursor on, in reading direction, and says where the
 * neighbours begin.
 */
export function cutPage<T extends { id: string }>(
  read: T[],
  cursor: Cursor | null,
  valueOf: (row: T) => string | number | null,
  size = pageSize,
): Page<T> {
  const more = read.length > size
  const kept = read.slice(0, size)
  const backwards = cursor?.direction === 'before'
  const rows = backwards ? kept.reverse() : kept
  const first = rows[0]
  const last = rows[rows.length - 1]
  const hasPrevious = backwards ? more : cursor !== null
  const hasNext = backwards ? true : more
  return {
    rows,
    previous: first && hasPrevious ? encodeCursor({ direction: 'before', value: valueOf(first), id: first.id }) : null,
    next: last && hasNext ? encodeCursor({ direction: 'after', value: valueOf(last), id: last.id }) : null,
  }
}
