import { changesBetween, type Changes } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { DraftSection } from '@/lib/core/prisma/enums'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { movedWindow } from './draft-rules'
import type { WriteAgendaInput, WriteBasicsInput, WriteCheckInInput } from './draft-schema'
import { agendaRows, insurerOn, refuseBeyondHost } from './mutations'
import type { ActivitySubject } from './queries'

type Writing<Input> = { activity: ActivitySubject; input: Input; at: Date }

type Standing = { version: number; isDone: boolean }

/** What changed, and the version that the next save names. */
export type Written = { version: number; changes: Changes }

type Save = Writing<Standing> & { section: DraftSection; data: Prisma.ActivityUncheckedUpdateManyInput }

/** Keeps a section of a draft, of the version that was read; of two who write at once the second one is told. */
async function save(tx: Tx, { activity, input, section, data, at }: Save): Promise<number> {
  const { count } = await tx.activity.updateMany({
    where: { id: activity.id, version: input.version, state: 'DRAFT' },
    data: { ...data, version: { increment: 1 } },
  })
  if (count !== 1) throw new Refusal(activity.state === 'DRAFT' ? 'CONFLICT' : 'ACTIVITY_NOT_A_DRAFT')
  if (input.isDone) await markPassed(tx, { activityId: activity.id, section, at })
  return input.version + 1
}

type Mark = { activityId: string; section: DraftSection; at: Date }

/** That somebody went through it. False: that was known. */
export async function markPassed(tx: Tx, { activityId, section, at }: Mark): Promise<boolean> {
  const { count } = await tx.activityDraftSection.createMany({
    data: { activityId, section, doneAt: at },
    skipDuplicates: true,
  })
  return count === 1
}

/** What it is, when and where. Agenda and registration window move along with its start. */
export async function writeBasics(tx: Tx, { activity, input, at }: Writing<WriteBasicsInput>): Promise<Written> {
  const { id: _id, version: _version, isDone: _isDone, ...facts } = input
  const insurerId = await insurerOn(tx, activity.hostAllianceId, input.startsAt)
  const shift = input.startsAt.getTime() - activity.startsAt.getTime()
  const window = movedWindow(activity, input, shift)
  const after = { ...facts, ...window }
  const version = await save(tx, { activity, input, section: 'BASICS', data: { ...after, insurerId }, at })
  if (shift !== 0)
    await tx.$executeRaw`UPDATE agenda_items SET starts_at = starts_at + ${shift / 1_000}::float8 * interval '1 second'
      WHERE activity_id = ${activity.id}::uuid`
  return { version, changes: changesBetween(activity, after) }
}

/** What happens, in order. */
export async function writeAgenda(tx: Tx, { activity, input, at }: Writing<WriteAgendaInput>): Promise<Written> {
  const version = await save(tx, { activity, input, section: 'AGENDA', data: {}, at })
  const agenda = agendaRows(activity.id, activity.startsAt, input.agenda)
  await tx.agendaItem.deleteMany({ where: { activityId: activity.id } })
  await tx.agendaItem.createMany({ data: agenda })
  const line = ({ startsAt, title, speaker }: ActivitySubject['agenda'][number]) => ({ startsAt, title, speaker })
  return {
    version,
    changes: changesBetween({ agenda: activity.agenda.map(line) }, { agenda: agenda.map(line) }),
  }
}

/** How many may come, and from when until when they may register. Held against the times as they are kept. */
export async function writeCheckIn(tx: Tx, { activity, input, at }: Writing<WriteCheckInInput>): Promise<Written> {
  const { capacity, registrationOpensAt: opensAt, registrationClosesAt: closesAt } = input
  if (closesAt && closesAt > activity.endsAt) throw new Refusal('INVALID', { registrationClosesAt: 'CLOSES_AFTER_END' })
  if (opensAt && opensAt >= (closesAt ?? activity.startsAt))
    throw new Refusal('INVALID', { registrationOpensAt: 'OPENS_AFTER_CLOSE' })
  refuseBeyondHost(activity, { kind: activity.kind, capacity })
  const after = { capacity, registrationOpensAt: opensAt, registrationClosesAt: closesAt }
  const version = await save(tx, { activity, input, section: 'CHECK_IN', data: after, at })
  return { version, changes: changesBetween(activity, after) }
}

/** Goes through a section that holds nothing of its own. False: somebody had. */
export async function passSection(
  tx: Tx,
  { activity, section, at }: { activity: ActivitySubject; section: DraftSection; at: Date },
): Promise<boolean> {
  refuseUnless(activity.state === 'DRAFT', 'ACTIVITY_NOT_A_DRAFT')
  return markPassed(tx, { activityId: activity.id, section, at })
}
