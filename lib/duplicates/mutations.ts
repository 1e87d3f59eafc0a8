import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import type { DistinctSubject, PairSubject } from './queries'

type Named = { id: string; name: string }

const about = (first: Named, second: Named, reason: [string | null, string | null]): Outcome<null> => ({
  data: null,
  record: {
    subjectType: 'enterprise',
    subjectId: first.id,
    subjectLabel: first.name,
    changes: { enterprise: [null, second.name], reason },
  },
})

/** Keeps that two entries are two establishments. Whoever says so second, at once or later, is told that it is said. */
export async function declareDistinct(
  tx: Tx,
  { first, second }: PairSubject,
  { reason, userId, at }: { reason: string; userId: string; at: Date },
): Promise<Outcome<null>> {
  const { count } = await tx.distinctPair.createMany({
    data: [{ firstId: first.id, secondId: second.id, reason, saidById: userId, createdAt: at }],
    skipDuplicates: true,
  })
  refuseUnless(count === 1, 'PAIR_IS_DISTINCT_ALREADY')
  return about(first, second, [null, reason])
}

/** Takes it back: the pair is suggested again while it looks like one. */
export async function withdrawDistinct(tx: Tx, pair: DistinctSubject): Promise<Outcome<null>> {
  const { count } = await tx.distinctPair.deleteMany({ where: { id: pair.id } })
  refuseUnless(count === 1, 'PAIR_IS_NOT_DISTINCT')
  return about(pair.first, pair.second, [pair.reason, null])
}
