import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { enqueue } from '@/lib/core/jobs'
import { Prisma } from '@/lib/core/prisma/client'
import { refuseUnless } from '@/lib/core/result'
import { notify } from '@/lib/notifications/mutations'
import { practiceFacts } from './mutations'
import type { PracticeSubject } from './subject-queries'

type By = { userId: string; at: Date }

/**
 * Takes a practice out of every page at once. Its words are emptied where they stand and its files are named by nothing any
 * more; the worker takes their bytes away when this is committed. What is left says that there was one, whose, and since
 * when it is gone.
 */
export async function withdrawPractice(
  tx: Tx,
  practice: PracticeSubject,
  { reason, isByBureau, by }: { reason: string; isByBureau: boolean; by: By },
): Promise<Outcome<null>> {
  refuseUnless(!isByBureau || reason !== '', 'PRACTICE_REASON_MISSING')
  const { count } = await tx.practice.updateMany({
    where: { id: practice.id, withdrawnAt: null },
    data: { withdrawnAt: by.at, withdrawnById: by.userId, withdrawReason: reason, publicVersionId: null },
  })
  refuseUnless(count === 1, 'PRACTICE_WITHDRAWN')
  await tx.practiceVersion.updateMany({
    where: { practiceId: practice.id },
    data: { state: 'WITHDRAWN', title: '', content: {}, subjects: [], area: null },
  })
  await tx.practiceReview.updateMany({ where: { version: { practiceId: practice.id } }, data: { comments: '' } })
  await dropFiles(tx, { version: { practiceId: practice.id } })
  await tell(tx, practice, isByBureau ? reason : null, by)
  await tx.adoption.updateMany({ where: { practiceId: practice.id }, data: { outcome: '' } })
  return { data: null, record: practiceFacts(practice, { reason: [null, reason] }) }
}

/** Whoever uses it is told; and where the bureau did it, its owner, with the reason. */
async function tell(tx: Tx, practice: PracticeSubject, reason: string | null, { at }: By): Promise<void> {
  const told = { href: `/portal/practices/${practice.id}`, at }
  const enterprise = practice.enterprise.name
  await notify(tx, {
    ...told,
    kind: 'PRACTICE_WITHDRAWN',
    params: { enterprise },
    to: Prisma.sql`SELECT a.by_id FROM adoptions a
      WHERE a.practice_id = ${practice.id}::uuid AND a.ended_at IS NULL`,
  })
  if (reason === null) return
  await notify(tx, {
    ...told,
    kind: 'PRACTICE_TAKEN_DOWN',
    params: { enterprise, reason },
    to: Prisma.sql`SELECT v.author_id FROM practice_versions v WHERE v.practice_id = ${practice.id}::uuid
      UNION SELECT c.by_id FROM practice_consents c JOIN practice_versions v ON v.id = c.version_id
      WHERE v.practice_id = ${practice.id}::uuid`,
  })
}

/** Takes files off their versions, and those that no version names any more out of the portal. */
export async function dropFiles(tx: Tx, where: Prisma.PracticeFileWhereInput): Promise<number> {
  const rows = await tx.practiceFile.findMany({ where, select: { id: true, fileId: true } })
  if (rows.length === 0) return 0
  const { count } = await tx.practiceFile.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  const orphans = await tx.storedFile.findMany({
    where: { id: { in: rows.map(({ fileId }) => fileId) }, practiceFiles: { none: {} } },
    select: { id: true, storageKey: true },
  })
  await tx.storedFile.deleteMany({ where: { id: { in: orphans.map(({ id }) => id) } } })
  for (const { storageKey } of orphans) await enqueue(tx, 'practices.erase', { key: storageKey })
  return count
}
