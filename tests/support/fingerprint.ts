import { db } from '@/lib/core/db'

/**
 * A fingerprint of all business and audit rows; what may move on a refusal (access log, last-seen, counters) is left out.
 * A row that is written or written anew carries the number of its transaction (xmin), which only grows; one that is
 * deleted is missing from the count. So the two tell of every committed change, and cost a fraction of the rows' text.
 */
export async function fingerprint(): Promise<string> {
  const [row] = await db.$queryRaw<{ fingerprint: string }[]>`SELECT fingerprint() AS fingerprint`
  return row?.fingerprint ?? ''
}
