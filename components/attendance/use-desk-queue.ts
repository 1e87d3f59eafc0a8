import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answerOf } from '@/components/form/failure'
import { isReachable } from '@/components/layout/reachable'
import { syncCheckIn } from '@/lib/attendance/actions'
import { syncCheckOut, syncUndo } from '@/lib/attendance/desk-actions'
import { takeBackLast, type Queued } from '@/lib/attendance/desk-rules'
import { deskStore, useDesk, type DeskState, type Unresolved } from './desk-store'

export type DeskQueue = DeskState & {
  isOffline: boolean
  /** The desk found the portal silent. */
  noteSilence: () => void
  add: (press: Queued) => void
  /** Takes back what was last pressed for a person and not heard of; what that was. */
  takeBack: (userId: string) => Queued[]
  dismiss: (key: string) => void
}

const pauseMilliseconds = 3_000

/** What comes of itself: tried again until it goes. Everything else is for a person to look at. */
const passing = ['NO_CONNECTION', 'BUSY', 'UNEXPECTED', 'SIGNED_OUT', 'OUTDATED_PAGE']

/** Keeps the presses of a desk while the portal is silent, and sends them, oldest first, when it answers again. */
export function useDeskQueue(activityId: string, userId: string): DeskQueue {
  const router = useRouter()
  const store = deskStore(activityId, userId)
  const state = useDesk(activityId, userId)
  const [isOffline, setOffline] = useState(false)
  const isSending = useRef(false)
  const isOwed = isOffline || state.queued.length > 0

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    try {
      const reached = await isReachable()
      setOffline(!reached)
      if (reached && (await sendAll(activityId, deskStore(activityId, userId)))) router.refresh()
    } finally {
      isSending.current = false
    }
  }, [activityId, userId, router])

  useEffect(() => {
    const silence = () => setOffline(true)
    const answer = () => void send()
    addEventListener('offline', silence)
    addEventListener('online', answer)
    // The page may be the copy that was kept: it asks at once.
    const opened = setTimeout(answer)
    return () => {
      clearTimeout(opened)
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
      const { kept, taken } = takeBackLast(store.read().queued, id)
      store.change((before) => ({ ...before, queued: kept }))
      return taken
    },
    dismiss: (key) =>
      store.change((before) => ({ ...before, unresolved: before.unresolved.filter((one) => one.key !== key) })),
  }
}

/** Sends what was kept, one after the other, until one does not arrive; whether there was anything. */
async function sendAll(activityId: string, store: ReturnType<typeof deskStore>): Promise<boolean> {
  const waiting = store.read().queued.length > 0
  for (;;) {
    const [press] = store.read().queued
    if (!press) return waiting
    // Whoever takes it back from now on knows that it may arrive nevertheless.
    store.change((before) => ({
      ...before,
      queued: before.queued.map((one) => (one.key === press.key ? { ...one, isSent: true } : one)),
    }))
    const outcome = await sent(activityId, press)
    if (outcome === 'LATER') return waiting
    store.change(({ queued, unresolved }) => ({
      queued: queued.filter(({ key }) => key !== press.key),
      unresolved: outcome ? [...unresolved.filter(({ key }) => key !== press.key), outcome] : unresolved,
    }))
  }
}

/** Null: recorded, or known already. */
async function sent(activityId: string, press: Queued): Promise<Unresolved | 'LATER' | null> {
  const { act, key, userId, name, enterpriseIds, enterprises, pressedAt, undoes } = press
  const kept = { activityId, userId, key, pressedAt, sentAt: Date.now() }
  const calls = {
    CHECK_IN: () => syncCheckIn({ ...kept, enterpriseIds }),
    CHECK_OUT: () => syncCheckOut(kept),
    UNDO: () => syncUndo({ ...kept, enterpriseIds, ...(undoes && { undoes }) }),
  }
  const answer = await answerOf(calls[act])
  const facts = { act, key, userId, name, enterprises, pressedAt }
  if (answer.ok) return answer.data.came && { ...facts, came: answer.data.came, failure: null }
  if (passing.includes(answer.code)) return 'LATER'
  return { ...facts, came: null, failure: { code: answer.code, params: answer.params } }
}
