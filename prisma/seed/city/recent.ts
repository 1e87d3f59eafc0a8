import { isSignedIn, type Actor } from '@/lib/access/actor'
import { record, type Changes } from '@/lib/access/audit'
import { loadIdentity, mintActor, wornHat } from '@/lib/access/identity'
import { cancelActivity } from '@/lib/activities/course-mutations'
import { postponeActivity, publishActivity } from '@/lib/activities/mutations'
import { activitySubject, type ActivitySubject } from '@/lib/activities/queries'
import { fromLocal, plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { ActivityKind, ActivityState } from '@/lib/core/prisma/enums'
import { withdraw } from '@/lib/registrations/mutations'
import { reportTopicProgress } from '@/lib/topics/mutations'
import { topicSubject } from '@/lib/topics/subject-queries'
import type { AllianceSlug } from '../nine-alliances'
import { chooseAudiences } from './audiences'
import { followUp } from './followups'
import { askForGuidance } from './guidances'
import { findHosts } from './hosts'
import { pairForInspections } from './inspections'
import { importOnlineList } from './rosters'
import { fillOwnFields } from './kinds'
import { disputeAbsences } from './presence'
import { sharePractices } from './practices'
import { proposeOwnCorrection } from './proposals'
import { offerSlots } from './slots'
import { shareViews } from './views'

/**
 * The morning of the anchor day, through the portal's own mutations: a draft is published, a training moves to another
 * room, a discussion is cancelled, a topic is reported on, a place is given up and the next one moves up. So the bell has something to tell, the
 * trail something to show, and what the seed wrote is held against the rules by which it goes on.
 */
export async function liveThroughMorning(tx: Tx, anchor: Day): Promise<void> {
  const at = fromLocal(`${anchor}T08:30`)
  const morning: Morning = { tx, anchor, at }
  const insurer = await actorOf(morning, 'insurer@demo.test')

  await change(morning, insurer, { slug: 'coatings', kind: 'EXPERIENCE_SHARING', state: 'DRAFT' }, async (activity) => {
    await publishActivity(tx, { activity, at })
    return { verb: 'activity.publish', changes: { state: ['DRAFT', 'PUBLISHED'] } }
  })
  await change(morning, insurer, { slug: 'coatings', kind: 'TRAINING', state: 'PUBLISHED' }, async (activity) => {
    const { id, version, startsAt, endsAt, registrationClosesAt, mode, onlineUrl } = activity
    const place = '霁川国际会议厅A厅（原B厅）'
    const input = { id, version, startsAt, endsAt, registrationClosesAt, mode, place, onlineUrl }
    return { verb: 'activity.postpone', changes: await postponeActivity(tx, { activity, input, at }) }
  })
  await chooseAudiences({ ...morning, insurer })
  await disputeAbsences(tx, anchor)
  await reportOnTopic(morning, insurer)
  await followUp({ ...morning, insurer })
  await proposeOwnCorrection(tx, await actorOf(morning, 'lead@demo.test'), at)
  const officer = await actorOf(morning, 'officer@demo.test')
  await change(
    morning,
    officer,
    { slug: 'fine-chemical', kind: 'DISCUSSION', state: 'PUBLISHED' },
    async (activity) => {
      await cancelActivity(tx, { activity, reason: '与市级专项检查时间冲突，择期重办', at })
      return { verb: 'activity.cancel', changes: { state: ['PUBLISHED', 'CANCELLED'] } }
    },
  )
  await offerSlots({ tx, at, insurer })
  await findHosts({ tx, at, officer, insurer })
  await askForGuidance({ tx, anchor, officerId: officer.userId })
  await importOnlineList({ tx, anchor, officerId: officer.userId })
  await pairForInspections({ tx, anchor, at, officerId: officer.userId })
  await fillOwnFields({ tx, at, officerId: officer.userId })
  await sharePractices({ tx, anchor, officer })
  await shareViews(tx, { officer, district: await actorOf(morning, 'jinshan@demo.test') })
  const station = await actorOf(morning, 'insurer2@demo.test')
  await change(morning, station, { slug: 'filling-station', kind: 'TRAINING', state: 'PUBLISHED' }, async ({ id }) => {
    const { id: registrationId } = await tx.registration.findFirstOrThrow({
      where: { activityId: id, state: 'PLACED' },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    await withdraw(tx, { activityId: id, registrationId, at })
    return { verb: 'registration.withdraw', changes: { state: ['PLACED', 'WITHDRAWN'] } }
  })
}

type Morning = { tx: Tx; anchor: Day; at: Date }
type Wanted = { slug: AllianceSlug; kind: ActivityKind; state: ActivityState }
type Done = { verb: string; changes: Changes }

async function actorOf({ tx, anchor }: Morning, email: string): Promise<Actor & { userId: string }> {
  const { id } = await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const identity = await loadIdentity(tx, id, anchor)
  if (!identity) throw new RangeError(`no such account: ${email}`)
  const actor = mintActor(identity, wornHat(identity, null), null, anchor)
  if (!isSignedIn(actor)) throw new RangeError(`nobody: ${email}`)
  return actor
}

/** The coordinator says how the topic of the paint alliance stands. */
async function reportOnTopic({ tx, anchor }: Morning, actor: Actor): Promise<void> {
  const { id } = await tx.topic.findFirstOrThrow({
    where: { allianceYear: { alliance: { slug: 'coatings' }, year: Number(anchor.slice(0, 4)) }, state: 'RUNNING' },
    select: { id: true },
    orderBy: { updatedAt: 'desc' },
  })
  const topic = await topicSubject(tx, actor, { topicId: id })
  if (!topic) throw new RangeError(`${actor.name} does not see ${id}`)
  const progressNote =
    '已在 6 家成员企业完成投料口氮气保护改造，静电监测数据接入 4 家。下一步汇总改造前后的监测数据，形成可推广的做法。'
  const { record: facts } = await reportTopicProgress(tx, topic, {
    version: topic.version,
    state: 'RUNNING',
    progressNote,
  })
  if (facts) await record(tx, actor, 'topic.report-progress', facts)
}

/** Finds the next such activity as the actor sees it, changes it, and writes the trail. */
async function change(
  { tx, anchor }: Morning,
  actor: Actor,
  { slug, kind, state }: Wanted,
  work: (activity: ActivitySubject) => Promise<Done>,
): Promise<void> {
  const next = await tx.activity.findFirstOrThrow({
    where: { hostAlliance: { slug }, kind, state, startsAt: { gte: startOfDay(plusDays(anchor, 1)) } },
    select: { id: true },
    orderBy: { startsAt: 'asc' },
  })
  const activity = await activitySubject(tx, actor, next)
  if (!activity) throw new RangeError(`${actor.name} does not see ${next.id}`)
  const { verb, changes } = await work(activity)
  await record(tx, actor, verb, {
    subjectType: 'activity',
    subjectId: activity.id,
    subjectLabel: activity.title,
    changes,
  })
}
