import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { recordStoredFile } from '@/lib/core/stored-file-mutations'
import type { Received } from '@/lib/core/upload'
import type { LetterSubject } from './letter-queries'

export type Kept = {
  /** Where the bytes of the letter before lie: for whoever removes them once this is committed. */
  replacedKey: string | null
}

/**
 * Puts the letter of a mandate (授权书、任命文件) into its place, or in place of another one, whose row goes with it. Two who
 * replace at once: the second finds another letter than the one it was to replace, and is refused.
 */
export async function keepLetter(
  tx: Tx,
  mandate: LetterSubject,
  file: Received,
  { createdById, at }: { createdById: string; at: Date },
): Promise<Outcome<Kept>> {
  const letterId = await recordStoredFile(tx, file, { createdById, at })
  const { count } = await tx.mandate.updateMany({
    where: { id: mandate.id, letterId: mandate.letter?.id ?? null },
    data: { letterId },
  })
  refuseUnless(count === 1, 'CONFLICT')
  if (mandate.letter) await tx.storedFile.delete({ where: { id: mandate.letter.id }, select: { id: true } })
  return {
    data: { replacedKey: mandate.letter?.storageKey ?? null },
    record: {
      subjectType: 'enterprise',
      subjectId: mandate.enterprise.id,
      subjectLabel: mandate.enterprise.name,
      changes: { holder: [null, mandate.user.name], letter: [mandate.letter?.fileName ?? null, file.fileName] },
    },
  }
}
