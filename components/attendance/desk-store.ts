import { useSyncExternalStore } from 'react'
import type { Queued } from '@/lib/attendance/desk-rules'
import type { CameBefore } from '@/lib/attendance/queued-queries'
import type { Failure } from '@/lib/core/result'

/** A press that came to something else than it meant: somebody was quicker, or the portal said no. */
export type Unresolved = Pick<Queued, 'act' | 'key' | 'userId' | 'name' | 'enterprises' | 'pressedAt'> & {
  came: CameBefore | null
  failure: Pick<Failure, 'code' | 'params'> | null
}

export type DeskState = { queued: readonly Queued[]; unresolved: readonly Unresolved[] }

const emptyDesk: DeskState = { queued: [], unresolved: [] }

type DeskStore = {
  read: () => DeskState
  change: (next: (before: DeskState) => DeskState) => void
  subscribe: (listener: () => void) => () => void
}

const stores = new Map<string, DeskStore>()

/** The same one for all parts of a page, so that each is told of what another one does. */
export function deskStore(activityId: string, userId: string): DeskStore {
  const name = `desk:${userId}:${activityId}`
  const store = stores.get(name) ?? openDeskStore(name)
  stores.set(name, store)
  return store
}

export function useDesk(activityId: string, userId: string): DeskState {
  const { subscribe, read } = deskStore(activityId, userId)
  return useSyncExternalStore(subscribe, read, () => emptyDesk)
}

/**
 * What a desk has done and the portal has not heard of. It lies in the browser's storage, so that a page that is closed, or
 * a tablet whose battery ends, loses nothing; under the account's name, so that nobody else sends it.
 */
function openDeskStore(name: string): DeskStore {
  const listeners = new Set<() => void>()
  let raw: string | null = null
  let state = emptyDesk

  const read = (): DeskState => {
    const stored = localStorage.getItem(name)
    if (stored !== raw) {
      raw = stored
      state = parsed(stored)
    }
    return state
  }
  const tell = () => listeners.forEach((listener) => listener())
  return {
    read,
    change(next) {
      const after = next(read())
      if (after.queued.length + after.unresolved.length === 0) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify(after))
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      addEventListener('storage', tell)
      return () => {
        listeners.delete(listener)
        removeEventListener('storage', tell)
      }
    },
  }
}

/** What others wrote into the storage is not ours. */
function parsed(stored: string | null): DeskState {
  if (!stored) return emptyDesk
  try {
    const { queued, unresolved } = JSON.parse(stored) as DeskState
    return Array.isArray(queued) && Array.isArray(unresolved) ? { queued, unresolved } : emptyDesk
  } catch {
    return emptyDesk
  }
}
