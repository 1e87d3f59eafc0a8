import { notFound } from 'next/navigation'
import type { PracticeRights } from '@/components/practices/practice-buttons'
import type { Actor } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import * as policy from '@/lib/practices/policy'
import { getPractice, type PracticeVersionView, type PracticeView } from '@/lib/practices/queries'
import { isUnderWay, narrowerThan } from '@/lib/practices/rules'

export type PracticeParams = Promise<{ practice: string }>

/** A practice for a page about its draft or its review; not found for whoever has none to read. */
export async function openPractice(params: PracticeParams, part: string) {
  const { practice: id } = await params
  const path = `/portal/practices/${id}`
  const actor = await requireActor(`${path}${part}`)
  const practice = (await getPractice(actor, id)) ?? notFound()
  return { actor, practice, path }
}

/** The version that is in work, for the owner. */
export function draftOf(actor: Actor, practice: PracticeView): PracticeVersionView {
  const draft = practice.versions.find(({ state }) => state === 'DRAFT')
  if (!draft || !policy.canSavePractice(actor, practice)) notFound()
  return draft
}

/** The version that an address names, or else: what waits for the reader, then the current one, then the latest. */
export function shownOf(actor: Actor, practice: PracticeView, number: string | undefined): PracticeVersionView {
  const { versions } = practice
  const named = versions.find((version) => String(version.number) === number)
  const isOwn = policy.canSavePractice(actor, practice)
  const waiting = isOwn ? undefined : versions.find(({ state }) => state === 'IN_REVIEW')
  const current = versions.find(({ id }) => id === practice.currentVersionId)
  return named ?? waiting ?? (isOwn ? versions[0] : current) ?? versions[0] ?? notFound()
}

export function rightsOf(actor: Actor, practice: PracticeView, version: PracticeVersionView): PracticeRights {
  const isOwn = policy.canSavePractice(actor, practice)
  const isCurrent = version.id === practice.currentVersionId
  return {
    edit: isOwn && version.state === 'DRAFT',
    revise: isOwn && !practice.versions.some(({ state }) => isUnderWay(state)),
    recall: isOwn && version.state === 'IN_REVIEW',
    review: version.state === 'IN_REVIEW' && policy.canReviewPractice(actor, practice, version),
    makePublic:
      isCurrent &&
      practice.shareClass === 'PUBLIC' &&
      practice.publicVersionId !== version.id &&
      policy.canMakePracticePublic(actor),
    narrowTo: isOwn && isCurrent ? narrowerThan(practice.shareClass) : [],
    withdraw: policy.canWithdrawPractice(actor, practice),
    readers: policy.canSeePracticeReaders(actor, practice),
  }
}
