import { imaginedActor } from '@/lib/access/identity'
import type { Actor } from '@/lib/access/actor'
import { fromLocal, holdingOn, plusDays, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { adoptPractice } from '@/lib/practices/adoption-mutations'
import {
  consentToPractice,
  makePracticePublic,
  reviewPractice,
  revisePractice,
  savePractice,
  startPractice,
} from '@/lib/practices/mutations'
import { checkKeys, emptyContent, textOf, type PracticeContent } from '@/lib/practices/rules'
import { practiceSubject, versionSubject, type VersionSubject } from '@/lib/practices/subject-queries'
import { withdrawPractice } from '@/lib/practices/withdraw-mutations'
import { practiceDrafts, type PracticeDraft } from './practice-words'

type Context = { tx: Tx; anchor: Day; officer: Actor }

/** What enterprises of the city have shared in the last weeks, by the portal's own mutations; from draft to tombstone. */
export async function sharePractices(context: Context): Promise<void> {
  for (const draft of practiceDrafts) await share(context, draft)
}

type Owner = { enterpriseId: string; enterprise: string; allianceId: string; userId: string; mandate: Mandate }
type Mandate = 'PRINCIPAL' | 'DESIGNATED'

async function share(context: Context, draft: PracticeDraft): Promise<void> {
  const { tx, anchor } = context
  const owner = await ownerOf(context, draft)
  // Each step a day after the one before, as long as there are days.
  let day = draft.daysAgo
  const next = () => fromLocal(`${plusDays(anchor, -Math.max(day--, 0))}T09:40`)
  const { data } = await startPractice(tx, owner, { title: draft.title, by: { userId: owner.userId, at: next() } })
  const { practiceId } = data
  const own = imaginedActor(hatOf(owner), anchor)
  const steps: Steps = { context, draft, owner, own, practiceId, next }
  const version = await write(steps)
  if (draft.course === 'DRAFT') return
  await review(steps, version)
  if (draft.course === 'IN_REVIEW') return
  await settle(steps)
}

type Steps = {
  context: Context
  draft: PracticeDraft
  owner: Owner
  own: Actor
  practiceId: string
  next: () => Date
}

const hatOf = ({ enterpriseId, allianceId }: Owner): Actor['hat'] => ({
  kind: 'ENTERPRISE',
  enterpriseId,
  isAdministrator: false,
  mandateKind: null,
  allianceIds: [allianceId],
  leadAllianceIds: [],
})

/** The draft, written. */
async function write({ context: { tx }, draft, owner, own, practiceId, next }: Steps): Promise<VersionSubject> {
  const { id: versionId } = await tx.practiceVersion.findFirstOrThrow({ where: { practiceId }, select: { id: true } })
  const version = await subjectOf(tx, own, versionId)
  const { title, subjects, area } = draft
  const input = { revision: 1, title, subjects, area, content: contentOf(draft) }
  await savePractice(tx, version, input, { userId: owner.userId, at: next() })
  return subjectOf(tx, own, versionId)
}

/** Said yes to, returned where the reviewer missed something, handed in again, and approved unless it still waits. */
async function review(steps: Steps, first: VersionSubject): Promise<void> {
  const { context, draft, owner, own, practiceId, next } = steps
  const { tx } = context
  const reviewerId = await coordinatorOf(context, owner.allianceId)
  const handIn = (version: VersionSubject, revision: number) =>
    consentToPractice(
      tx,
      version,
      { revision, shareClass: draft.shareClass, checked: [...checkKeys] },
      { userId: owner.userId, mandate: owner.mandate, at: next() },
    )
  const say = (version: VersionSubject, verdict: 'APPROVE' | 'RETURN', comments: string) =>
    reviewPractice(tx, version, { verdict, comments }, { userId: reviewerId, at: next() })
  await handIn(first, 2)
  if (draft.course === 'IN_REVIEW') return
  if (draft.returnedWith === undefined) return void (await say(first, 'APPROVE', '内容完整，可以推广。'))
  await say(first, 'RETURN', draft.returnedWith)
  await revisePractice(tx, await practiceOf(tx, own, practiceId), { userId: owner.userId, at: next() })
  const { id } = await tx.practiceVersion.findFirstOrThrow({
    where: { practiceId, state: 'DRAFT' },
    select: { id: true },
  })
  const second = await subjectOf(tx, own, id)
  await handIn(second, 1)
  await say(second, 'APPROVE', '已补充完整，可以推广。')
}

/** Put before the public, used by others, or taken back. */
async function settle({ context, draft, owner, own, practiceId, next }: Steps): Promise<void> {
  const { tx, officer } = context
  const practice = await practiceOf(tx, own, practiceId)
  if (draft.course === 'PUBLIC' && officer.userId)
    await makePracticePublic(tx, await subjectOf(tx, own, practice.currentVersionId ?? ''), {
      userId: officer.userId,
      at: next(),
    })
  for (const [email, outcome] of Object.entries(draft.adopted ?? {})) {
    const { id: userId, mandates } = await tx.user.findUniqueOrThrow({
      where: { email },
      select: { id: true, mandates: { select: { enterpriseId: true }, orderBy: { enterpriseId: 'asc' }, take: 1 } },
    })
    await adoptPractice(tx, practice, {
      outcome,
      by: { enterpriseId: mandates[0]?.enterpriseId ?? '', userId, at: next() },
    })
  }
  if (draft.course === 'WITHDRAWN')
    await withdrawPractice(tx, practice, {
      reason: '部分数据来自供应商，约定不再公开',
      isByBureau: false,
      by: { userId: owner.userId, at: next() },
    })
}

const numbered = (lines: string): PracticeContent['method'] => ({
  type: 'doc',
  content: [
    {
      type: 'orderedList',
      content: textOf(lines).content.map((paragraph) => ({ type: 'listItem', content: [paragraph] })),
    },
  ],
})

const contentOf = ({ text, figures }: PracticeDraft): PracticeContent => ({
  ...emptyContent,
  problem: textOf(text.problem),
  method: numbered(text.method),
  result: textOf(text.result),
  cost: textOf(text.cost),
  limits: textOf(text.limits),
  figures,
})

async function subjectOf(tx: Tx, actor: Actor, versionId: string): Promise<VersionSubject> {
  const found = await versionSubject(tx, actor, { versionId })
  if (!found) throw new RangeError(`no version ${versionId}`)
  return found
}

async function practiceOf(tx: Tx, actor: Actor, practiceId: string) {
  const found = await practiceSubject(tx, actor, { practiceId })
  if (!found) throw new RangeError(`no practice ${practiceId}`)
  return found
}

async function ownerOf({ tx, anchor }: Context, { slug, owner }: PracticeDraft): Promise<Owner> {
  const day = toDate(anchor)
  const held = { alliance: { slug }, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] }
  const mandate = await tx.mandate.findFirstOrThrow({
    where: {
      ...(owner === 'lead' ? { kind: 'PRINCIPAL' as const } : { user: { email: owner } }),
      enterprise: { memberships: { some: owner === 'lead' ? { ...held, kind: 'LEAD' as const } : held } },
    },
    select: { userId: true, kind: true, enterprise: { select: { id: true, name: true } } },
    orderBy: { enterpriseId: 'asc' },
  })
  const alliance = await tx.alliance.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const { userId, kind, enterprise } = mandate
  return { enterpriseId: enterprise.id, enterprise: enterprise.name, allianceId: alliance.id, userId, mandate: kind }
}

async function coordinatorOf({ tx, anchor }: Context, allianceId: string): Promise<string> {
  const { coordinatorId } = await tx.insurerAppointment.findFirstOrThrow({
    where: { allianceId, ...holdingOn(anchor) },
    select: { coordinatorId: true },
  })
  return coordinatorId
}
