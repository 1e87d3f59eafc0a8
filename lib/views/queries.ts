import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ViewSubject } from './mutations'
import { visibleViews } from './policy'
import type { ListKey } from './rules'
import type { ChooseDefaultInput } from './schema'

const subjectSelect = {
  id: true,
  ownerId: true,
  noun: true,
  name: true,
  sharedWith: true,
  removedAt: true,
} satisfies Prisma.SavedViewSelect

export const viewSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<ViewSubject | null> =>
  tx.savedView.findFirst({ where: { AND: [{ id, removedAt: null }, visibleViews(actor)] }, select: subjectSelect })

/** Also one that was removed: to take it away twice is to take it away once, and it can be brought back. */
export const keptViewSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<ViewSubject | null> =>
  tx.savedView.findFirst({ where: { AND: [{ id }, visibleViews(actor)] }, select: subjectSelect })

/** The view that is to be one's default, of the list in question; choosing none is about oneself alone. */
export async function defaultSubject(
  tx: Tx,
  actor: Actor,
  { noun, viewId }: ChooseDefaultInput,
): Promise<{ id: string | null } | null> {
  if (viewId === null) return { id: null }
  return tx.savedView.findFirst({
    where: { AND: [{ id: viewId, noun, removedAt: null }, visibleViews(actor)] },
    select: { id: true },
  })
}

export type ListedView = {
  id: string
  name: string
  query: string
  ownerId: string
  owner: string
  sharedWith: string | null
  isOwn: boolean
  isDefault: boolean
}

/** One's own views of a list in their order, then those that the office shares. */
export async function listViews(actor: Actor, noun: ListKey): Promise<ListedView[]> {
  const userId = actor.userId ?? ''
  if (userId === '') return []
  const views = await db.savedView.findMany({
    where: { AND: [{ noun, removedAt: null }, visibleViews(actor)] },
    select: {
      id: true,
      name: true,
      query: true,
      ownerId: true,
      sharedWith: true,
      owner: { select: { name: true } },
      defaults: { where: { userId }, select: { viewId: true } },
    },
    orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
  return views
    .map(({ owner, defaults, ...view }) => ({
      ...view,
      owner: owner.name,
      isOwn: view.ownerId === userId,
      isDefault: defaults.length > 0,
    }))
    .toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
}
