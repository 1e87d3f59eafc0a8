import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { answerOf } from '@/components/form/failure'
import { isReachable } from '@/components/layout/reachable'
import { syncCheckIn } from '@/lib/attendance/actions'
import { emptyDesk, openDeskStore, type DeskState, type Queued, type Unresolved } from './desk-store'

export type DeskQueue = DeskState & {
  isOffline: boolean
  /** The desk found the portal silent. */
  noteSilence: () => void
  add: (press: Queued) => void
  /** Takes back what the portal has not heard of; whether there was anything. */
  takeBack: (userId: string) => boolean
  dismiss: (key: string) => void
}

const pauseMilliseconds = 3_000

/** What comes of itself: tried again until it goes. Everything else is for a person to look at. */
const passing = ['NO_CONNECTION', 'BUSY', 'UNEXPECTED', 'SIGNED_OUT', 'OUTDATED_PAGE']

/** Keeps the presses of a desk while the portal is silent, and sends them, oldest first, when it answers again. */
export function useDeskQueue(activityId: string, userId: string): DeskQueue {
  const router = useRouter()
  const [store] = useState(() => openDeskStore(activityId, userId))
  const state = useSyncExternalStore(store.subscribe, store.read, () => emptyDesk)
  const [isOffline, setOffline] = useState(false)
  const isSending = useRef(false)
  const isOwed = isOffline || state.queued.length > 0

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      const reached = await isReachable()
      setOffline(!reached)
      if (!reached) return
      const waiting = store.read().queued.length
      for (const press of store.read().queued) {
        const outcome = await sent(activityId, press)
        if (outcome === 'LATER') break
        store.change(({ queued, unresolved }) => ({
          queued: queued.filter(({ key }) => key !== press.key),
          unresolved: outcome ? [...unresolved.filter(({ key }) => key !== press.key), outcome] : unresolved,
        }))
      }
      if (waiting > 0) router.refresh()
    } finally {
      isSending.current = false
    }
  }, [activityId, router, store])

  useEffect(() => {
    const silence = () => setOffline(true)
    const answer = () => void send()
    addEventListener('offline', silence)
    addEventListener('online', answer)
    return () => {
      removeEventListener('offline', silence)
      removeEventListener('online', answer)
    }
  }, [send])

  useEffect(() => {
    if (!isOwed) return
    const first = setTimeout(send, 200)
    const again = setInterval(send, pauseMilliseconds)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [isOwed, send])

  return {
    ...state,
    isOffline,
    noteSilence: () => setOffline(true),
    add: (press) => store.change((before) => ({ ...before, queued: [...before.queued, press] })),
    takeBack: (id) => {
      const had = store.read().queued.some((press) => press.userId === id)
      store.change((before) => ({ ...before, queued: before.queued.filter((press) => press.userId !== id) }))
      return had
    },
    dismiss: (key) =>
      store.change((before) => ({ ...before, unresolved: before.unresolved.filter((one) => one.key !== key) })),
  }
}

/** Null: recorded, or known already. */
async function sent(activityId: string, press: Queued): Promise<Unresolved | 'LATER' | null> {
  const { key, userId, name, enterpriseIds, enterprises, pressedAt } = press
  const answer = await answerOf(() =>
    syncCheckIn({ activityId, userId, enterpriseIds, key, pressedAt, sentAt: Date.now() }),
  )
  const facts = { key, userId, name, enterprises, pressedAt }
  if (answer.ok) return answer.data.came && { ...facts, came: answer.data.came, failure: null }
  if (passing.includes(answer.code)) return 'LATER'
  return { ...facts, came: null, failure: { code: answer.code, params: answer.params } }
}
