import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { MandatingEnterprise } from './mandate-queries'
import { visibleLetters, visibleMandates } from './policy'

export type LetterSubject = {
  id: string
  user: { name: string }
  enterprise: MandatingEnterprise
  letter: { id: string; fileName: string; storageKey: string } | null
}

/** A mandate that the actor knows of, with the letter that it has. */
export const letterSubject = (
  tx: Tx,
  actor: Actor,
  { mandateId }: { mandateId: string },
): Promise<LetterSubject | null> =>
  tx.mandate.findFirst({
    where: { AND: [{ id: mandateId }, visibleMandates(actor)] },
    select: {
      id: true,
      user: { select: { name: true } },
      enterprise: { select: { id: true, name: true, supervisingJurisdictionId: true } },
      letter: { select: { id: true, fileName: true, storageKey: true } },
    },
  })

/** The mandate of an upload's address, before any of its bytes are taken. */
export const getLetterSubject = async (actor: Actor, mandateId: string): Promise<LetterSubject | null> =>
  isId(mandateId) ? letterSubject(db, actor, { mandateId }) : null

export type LetterFile = { fileName: string; mediaType: string; sizeBytes: number; storageKey: string }

/** The letter of a mandate, for whoever may read it; null: absent or not theirs. */
export async function getLetter(actor: Actor, mandateId: string): Promise<LetterFile | null> {
  if (!isId(mandateId)) return null
  const mandate = await db.mandate.findFirst({
    where: { AND: [{ id: mandateId }, visibleLetters(actor)] },
    select: { letter: { select: { fileName: true, mediaType: true, sizeBytes: true, storageKey: true } } },
  })
  return mandate?.letter ?? null
}
