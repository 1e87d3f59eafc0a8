import { useEffect, useState } from 'react'
import type { ListedAtDoor } from '@/lib/attendance/door-queries'
import { forgetDoor, keepDoor, keptList, type KeptDoor } from './kept-door'

const firstMilliseconds = 1_500
const againMilliseconds = 300_000

/** Who may come, and since when that is so. */
export type DoorList = { list: ListedAtDoor[]; takenAt: Date | null }

/**
 * Who may come: all that a desk can search without a connection. With it the page keeps itself, while it may, for the case
 * that it is opened again without one.
 */
export function useDoorList({ activityId, path, keptUntil }: KeptDoor): DoorList {
  const [held, setHeld] = useState<DoorList>({ list: [], takenAt: null })
  useEffect(() => {
    const door = { activityId, path, keptUntil }
    const hold = async (answer: Response) => {
      const list = (await answer.json()) as ListedAtDoor[]
      setHeld({ list, takenAt: new Date(answer.headers.get('date') ?? Date.now()) })
    }
    const load = async () => {
      try {
        const answer = await fetch(`/api/activities/${activityId}/door.json`, { cache: 'no-store' })
        if (!answer.ok) return await forgetDoor(door)
        await hold(answer.clone())
        await keepDoor(door, answer)
      } catch {
        // The one from before still stands.
      }
    }
    const find = async () => {
      const kept = await keptList(door)
      if (kept) await hold(kept)
    }
    void find()
    const first = setTimeout(load, firstMilliseconds)
    const again = setInterval(load, againMilliseconds)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [activityId, path, keptUntil])
  return held
}
