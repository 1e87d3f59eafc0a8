import type { Actor } from '@/lib/access/actor'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { officeOf } from './policy'
import { queryOfText, viewsMax } from './rules'
import type { ChooseDefaultInput, SaveViewInput } from './schema'

export type ViewSubject = {
  id: string
  ownerId: string
  noun: string
  name: string
  sharedWith: string | null
  removedAt: Date | null
}

const facts = ({ id, name }: Pick<ViewSubject, 'id' | 'name'>, changes: Changes): AuditFacts => ({
  subjectType: 'view',
  subjectId: id,
  subjectLabel: name,
  changes,
})

/** Keeps what an address shows under a name. */
export async function saveView(
  tx: Tx,
  actor: Actor,
  { noun, name, query, isShared }: SaveViewInput,
): Promise<Outcome<{ id: string; query: string }>> {
  const ownerId = actor.userId ?? ''
  const own = await tx.savedView.count({ where: { ownerId, noun, removedAt: null } })
  refuseUnless(own < viewsMax, 'TOO_MANY_VIEWS', { viewsMax })
  await refuseTakenName(tx, { ownerId, noun, name })
  const kept = queryOfText(noun, query)
  const sharedWith = isShared ? officeOf(actor) : null
  const { id } = await tx.savedView.create({
    data: { ownerId, noun, name, query: kept, sharedWith, position: own },
    select: { id: true },
  })
  const changes: Changes = { name: [null, name], isShared: [null, isShared] }
  return { data: { id, query: kept }, record: facts({ id, name }, changes) }
}

/** Said beside the field; where two press at once the unique index answers. */
async function refuseTakenName(
  tx: Tx,
  { ownerId, noun, name }: { ownerId: string; noun: string; name: string },
): Promise<void> {
  const taken = await tx.savedView.count({ where: { ownerId, noun, name, removedAt: null } })
  if (taken > 0) throw new Refusal('VIEW_EXISTS', { name: 'VIEW_EXISTS' })
}

export async function renameView(tx: Tx, view: ViewSubject, name: string): Promise<Outcome<null>> {
  if (name === view.name) return { data: null, record: null }
  await refuseTakenName(tx, { ...view, name })
  await tx.savedView.update({ where: { id: view.id }, data: { name }, select: { id: true } })
  return { data: null, record: facts({ ...view, name }, { name: [view.name, name] }) }
}

/** With the office whose hat is worn, or with nobody. */
export async function shareView(tx: Tx, actor: Actor, view: ViewSubject, isShared: boolean): Promise<Outcome<null>> {
  const sharedWith = isShared ? officeOf(actor) : null
  if (sharedWith === view.sharedWith) return { data: null, record: null }
  await tx.savedView.update({ where: { id: view.id }, data: { sharedWith }, select: { id: true } })
  return { data: null, record: facts(view, { isShared: [view.sharedWith !== null, isShared] }) }
}

/** Takes it away from everybody who sees it; the row stays for a while, so that it can be brought back. */
export async function removeView(tx: Tx, view: ViewSubject, at: Date): Promise<Outcome<null>> {
  const { count } = await tx.savedView.updateMany({ where: { id: view.id, removedAt: null }, data: { removedAt: at } })
  return { data: null, record: count === 1 ? facts(view, { name: [view.name, null] }) : null }
}

export async function restoreView(tx: Tx, view: ViewSubject): Promise<Outcome<null>> {
  if (view.removedAt === null) return { data: null, record: null }
  await refuseTakenName(tx, view)
  await tx.savedView.update({ where: { id: view.id }, data: { removedAt: null }, select: { id: true } })
  return { data: null, record: facts(view, { name: [null, view.name] }) }
}

/** The view with which one's own list opens, or none. A taste, not a deed: the trail is silent. */
export async function chooseDefault(
  tx: Tx,
  actor: Actor,
  { noun, viewId }: ChooseDefaultInput,
): Promise<Outcome<null>> {
  const userId = actor.userId ?? ''
  if (viewId === null) await tx.viewDefault.deleteMany({ where: { userId, noun } })
  else
    await tx.viewDefault.upsert({
      where: { userId_noun: { userId, noun } },
      create: { userId, noun, viewId },
      update: { viewId },
      select: { noun: true },
    })
  return { data: null, record: null }
}
