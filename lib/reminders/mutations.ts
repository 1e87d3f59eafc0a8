import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Prisma, type Activity } from '@/lib/core/prisma/client'
import type { ReminderStep } from '@/lib/core/prisma/enums'
import { unansweredInvitations } from '@/lib/invitations/policy'
import type { NotificationKind } from '@/lib/notifications/rules'
import { answerLinks, tell } from '@/lib/places/mutations'
import { lockActivity } from '@/lib/places/room-mutations'
import { registrationWindow } from '@/lib/places/rules'
import { dueReminder, type DueReminder } from './rules'

const kindOf: Record<DueReminder['step'], NotificationKind> = {
  DAYS_7: 'ACTIVITY_IN_A_WEEK',
  DAY_1: 'ACTIVITY_IN_A_DAY',
  HOURS_2: 'ACTIVITY_BEGINS',
}

const activitySelect = {
  id: true,
  state: true,
  startsAt: true,
  endsAt: true,
  publishedAt: true,
  movedAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
} satisfies Prisma.ActivitySelect

type RemindedActivity = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

/**
 * Tells people of an activity what is due now. Who was told is written in the same transaction, so that a second run, a
 * second worker, or one that died half-way tells nobody twice. How many people.
 */
export async function remindActivity(tx: Tx, activityId: string, at: Date): Promise<number> {
  // Whoever cancels or moves it waits for us, or we see what they did.
  await lockActivity(tx, activityId)
  const activity = await tx.activity.findUniqueOrThrow({ where: { id: activityId }, select: activitySelect })
  const due = dueReminder(activity, at)
  if (!due) return 0
  // The unanswered first: who also has a place of another enterprise gets the message that asks for something.
  const asked = due.step === 'DAYS_7' ? await remindUnanswered(tx, activity, due, at) : 0
  return asked + (await remindRegistered(tx, activity, due, at))
}

async function remindRegistered(tx: Tx, { id, startsAt }: RemindedActivity, due: DueReminder, at: Date) {
  const told = await writeDown(tx, { id, startsAt, due, at, to: registeredBefore(id, due, at) })
  if (told.length === 0) return 0
  return tell(tx, { activityId: id, kind: kindOf[due.step], at, to: people(told) })
}

async function remindUnanswered(tx: Tx, activity: RemindedActivity, due: DueReminder, at: Date): Promise<number> {
  if (registrationWindow(activity, at) !== 'OPEN') return 0
  const { id, startsAt } = activity
  const unanswered = unansweredInvitations(id, dayOf(at))
  const to = Prisma.sql`SELECT asked.user_id FROM (${unanswered}) AS asked WHERE asked.created_at <= ${due.dueAt}`
  const told = await writeDown(tx, { id, startsAt, due, at, to })
  if (told.length === 0) return 0
  return tell(tx, {
    activityId: id,
    kind: 'ANSWER_DUE',
    at,
    to: people(told),
    links: await answerLinks(tx, id, told),
  })
}

const people = (ids: string[]): Prisma.Sql => Prisma.sql`SELECT unnest(${ids}::uuid[])`

/**
 * Who had a place when the step came: the person named, or whoever represents the enterprise while nobody is named. The
 * row is touched when its person changes or it moves up from the waiting list; they were told then.
 */
const registeredBefore = (activityId: string, { dueAt }: DueReminder, at: Date): Prisma.Sql => Prisma.sql`
  SELECT coalesce(r.user_id, m.user_id) AS user_id FROM registrations r
  LEFT JOIN mandates m ON r.user_id IS NULL AND m.enterprise_id = r.enterprise_id
    AND m.valid_from <= ${dayOf(at)}::date AND (m.valid_to IS NULL OR m.valid_to >= ${dayOf(at)}::date)
  WHERE r.activity_id = ${activityId}::uuid AND r.state = 'PLACED' AND r.updated_at <= ${dueAt}`

type Written = Pick<Activity, 'id' | 'startsAt'> & { due: { step: ReminderStep }; at: Date; to: Prisma.Sql }

/** Those who had not been told of this step before this start; now they have. */
export async function writeDown(tx: Tx, { id, startsAt, due, at, to }: Written): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    INSERT INTO activity_reminders (id, activity_id, user_id, step, starts_at, created_at)
    SELECT gen_random_uuid(), ${id}::uuid, u.id, ${due.step}::"ReminderStep", ${startsAt}, ${at}
    FROM users u WHERE u.disabled_at IS NULL AND u.id IN (${to})
    ON CONFLICT (activity_id, user_id, step, starts_at) DO NOTHING RETURNING user_id AS "userId"`
  return rows.map(({ userId }) => userId)
}
