import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import { holdPractice, practiceFacts } from './mutations'
import type { PracticeSubject } from './subject-queries'

type Adopter = { enterpriseId: string; userId: string; at: Date }

/** "We use this", with what came of it so far; saying it again changes the words. */
export async function adoptPractice(
  tx: Tx,
  practice: PracticeSubject,
  { outcome, by }: { outcome: string; by: Adopter },
): Promise<Outcome<null>> {
  await holdPractice(tx, practice.id)
  refuseUnless(practice.currentVersionId !== null, 'PRACTICE_NOT_PUBLISHED')
  const open = { practiceId: practice.id, enterpriseId: by.enterpriseId, endedAt: null }
  const { count } = await tx.adoption.updateMany({ where: open, data: { outcome, byId: by.userId } })
  if (count > 0) return { data: null, record: null }
  await tx.adoption.create({
    data: {
      practiceId: practice.id,
      enterpriseId: by.enterpriseId,
      byId: by.userId,
      outcome,
      adoptedAt: by.at,
    },
  })
  await tx.practice.update({ where: { id: practice.id }, data: { adoptedCount: { increment: 1 } } })
  return { data: null, record: practiceFacts(practice) }
}

export async function endAdoption(tx: Tx, practice: PracticeSubject, by: Adopter): Promise<Outcome<null>> {
  await holdPractice(tx, practice.id)
  const { count } = await tx.adoption.updateMany({
    where: { practiceId: practice.id, enterpriseId: by.enterpriseId, endedAt: null },
    data: { endedAt: by.at },
  })
  refuseUnless(count === 1, 'PRACTICE_NOT_ADOPTED')
  await tx.practice.update({ where: { id: practice.id }, data: { adoptedCount: { decrement: 1 } } })
  return { data: null, record: practiceFacts(practice) }
}
