import { searchTokens } from '@/lib/enterprises/search-rules'
import type { Tx } from '@/lib/core/db'

type Stored = { id: string; name: string; shortName: string | null; establishment: string | null; creditCode: string }

/**
 * Enterprises that were entered before pinyin syllables were among the search tokens get them; all others stay as they
 * are. What is searched for is derived, so neither version nor trail moves.
 */
export async function completeSearchTokens(tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT id, name, short_name AS "shortName", establishment, credit_code AS "creditCode" FROM enterprises
    WHERE name ~ '[一-龥]' AND array_to_string(search_tokens, ' ') NOT LIKE '%''%'`
  if (rows.length === 0) return 0
  const tokens = rows.map((row) => ({ id: row.id, tokens: searchTokens(row) }))
  await tx.$executeRaw`
    UPDATE enterprises e SET search_tokens = t.tokens
    FROM jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) AS t(id uuid, tokens text[]) WHERE t.id = e.id`
  return rows.length
}
