import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { fromDate, fromDateOrNull, holdingOn, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { coverDaysMax } from './rules'
import type { BeginCoverInput } from './schema'
import type { CoverSubject, PostSubject } from './subject-queries'

const facts = ({ alliance }: PostSubject, changes: Changes): AuditFacts => ({
  subjectType: 'alliance',
  subjectId: alliance.id,
  subjectLabel: alliance.name,
  changes,
})

type Standing = { coordinatorId: string; startsOn: Date; endsOn: Date | null }

/** The post as it stands now that nobody else can end it or hand it over. */
async function lockPost(tx: Tx, id: string): Promise<Standing> {
  const [post] = await tx.$queryRaw<Standing[]>`
    SELECT coordinator_id AS "coordinatorId", starts_on AS "startsOn", ends_on AS "endsOn"
    FROM insurer_appointments WHERE id = ${id}::uuid FOR UPDATE`
  if (!post) throw new Refusal('NOT_FOUND')
  return post
}

/**
 * Names who stands in for the coordinator from one day to another. The period lies within the post's; covers of one post
 * that overlap are refused by the database (COVERS_DO_NOT_OVERLAP).
 */
export async function beginCover(
  tx: Tx,
  post: PostSubject,
  {
    deputyId,
    startsOn,
    lastDay,
    reason,
    createdById,
    today,
  }: Omit<BeginCoverInput, 'appointmentId'> & {
    createdById: string | null
    today: Day
  },
): Promise<Outcome<{ coverId: string }>> {
  if (!createdById) throw new Refusal('SIGNED_OUT')
  if (startsOn < today) throw new Refusal('INVALID', { startsOn: 'IN_THE_PAST' })
  if (lastDay > plusDays(startsOn, coverDaysMax)) throw new Refusal('COVER_TOO_LONG', { lastDay: 'TOO_FAR' })
  const standing = await lockPost(tx, post.id)
  const endsOn = plusDays(lastDay, 1)
  const lastOfPost = fromDateOrNull(standing.endsOn)
  refuseUnless(
    fromDate(standing.startsOn) <= startsOn && (lastOfPost === null || endsOn <= lastOfPost),
    'COVER_OUTSIDE_APPOINTMENT',
  )
  if (deputyId === standing.coordinatorId) throw new Refusal('INVALID', { deputyId: 'SAME_PERSON' })
  const deputy = await tx.user.findFirst({
    where: {
      id: deputyId,
      disabledAt: null,
      appointments: { some: { insurerId: post.insurerId, ...holdingOn(startsOn) } },
    },
    select: { name: true },
  })
  if (!deputy) throw new Refusal('NOT_OF_THIS_INSURER', { deputyId: 'NOT_A_CHOICE' })
  const { id } = await tx.cover.create({
    data: {
      appointmentId: post.id,
      deputyId,
      startsOn: toDate(startsOn),
      endsOn: toDate(endsOn),
      reason,
      createdById,
    },
    select: { id: true },
  })
  const changes: Changes = {
    coordinator: [post.coordinator.name, post.coordinator.name],
    cover: [null, deputy.name],
    startsOn: [null, startsOn],
    lastDay: [null, lastDay],
    reason: [null, reason],
  }
  return { data: { coverId: id }, record: facts(post, changes) }
}

/** The coordinator is back: it no longer holds from today on. One that has not begun never holds. */
export async function endCover(tx: Tx, cover: CoverSubject, today: Day): Promise<Outcome<null>> {
  const began = fromDate(cover.startsOn)
  const endsOn = toDate(began > today ? began : today)
  const { count } = await tx.cover.updateMany({
    where: { id: cover.id, endsOn: { gt: endsOn } },
    data: { endsOn },
  })
  refuseUnless(count === 1, 'COVER_ENDED')
  const changes: Changes = {
    cover: [cover.deputy.name, null],
    lastDay: [plusDays(fromDate(cover.endsOn), -1), plusDays(fromDate(endsOn), -1)],
  }
  return { data: null, record: facts(cover.appointment, changes) }
}
