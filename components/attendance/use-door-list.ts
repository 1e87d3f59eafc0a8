import { useEffect, useState } from 'react'
import type { ListedAtDoor } from '@/lib/attendance/door-queries'

const firstMilliseconds = 1_500
const againMilliseconds = 300_000

/** Who may come, kept in memory for as long as the page is open: all that a desk can search without a connection. */
export function useDoorList(activityId: string): ListedAtDoor[] {
  const [list, setList] = useState<ListedAtDoor[]>([])
  useEffect(() => {
    const load = async () => {
      try {
        const answer = await fetch(`/api/activities/${activityId}/door.json`, { cache: 'no-store' })
        if (answer.ok) setList((await answer.json()) as ListedAtDoor[])
      } catch {
        // The one from before still stands.
      }
    }
    const first = setTimeout(load, firstMilliseconds)
    const again = setInterval(load, againMilliseconds)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [activityId])
  return list
}
