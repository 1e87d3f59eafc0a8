import { isSignedIn, nothing, type Actor } from '@/lib/access/actor'
import { canCloseActivity } from '@/lib/activities/policy'
import type { Activity, Attendance, Prisma } from '@/lib/core/prisma/client'

type HostedActivity = Pick<Activity, 'hostAllianceId'>

/** Trainings that the actor runs. */
function runBy({ hat }: Actor): Prisma.ActivityWhereInput {
  if (hat.kind === 'INSURER') return { hostAllianceId: { in: hat.allianceIds } }
  if (hat.kind === 'ENTERPRISE') return { hostAllianceId: { in: hat.leadAllianceIds } }
  return nothing
}

/** Whoever runs the training, and, once it is no draft, whoever came: as a person, under whichever hat. */
export function visibleQuizzes(actor: Actor): Prisma.QuizWhereInput {
  if (!isSignedIn(actor)) return nothing
  if (actor.hat.kind === 'MUNICIPAL') return {}
  const came = { activity: { attendances: { some: { userId: actor.userId, undoneAt: null } } } }
  return { OR: [{ activity: runBy(actor) }, { AND: [{ state: { not: 'DRAFT' } }, came] }] }
}

/** An attempt is its person's; of the others' whoever runs the training sees figures only. */
export const visibleAttempts = (actor: Actor): Prisma.QuizAttemptWhereInput =>
  isSignedIn(actor) ? { userId: actor.userId } : nothing

export const canWriteQuiz = (actor: Actor, activity: HostedActivity): boolean => canCloseActivity(actor, activity)
export const canOpenQuiz = (actor: Actor, activity: HostedActivity): boolean => canCloseActivity(actor, activity)
export const canCloseQuiz = (actor: Actor, activity: HostedActivity): boolean => canCloseActivity(actor, activity)
/** Who has passed, with names and enterprises: for whoever issues the certificates. */
export const canSeeResults = (actor: Actor, activity: HostedActivity): boolean => canCloseActivity(actor, activity)

/** Whoever was at the training. */
export const canTakeQuiz = (actor: Actor, quiz: { activity: { attendances: Pick<Attendance, 'userId'>[] } }): boolean =>
  quiz.activity.attendances.some(({ userId }) => userId === actor.userId)

export const canSubmitAttempt = (actor: Actor, attempt: { userId: string }): boolean => attempt.userId === actor.userId
