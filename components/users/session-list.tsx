'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { endOtherSessions, endSession } from '@/lib/users/account-actions'

export type ShownSession = { id: string; device: string; when: string; isThis: boolean }

type Words = { thisDevice: string; end: string; endOthers: string }

const untouched = { result: null, values: {} }

/** One's own sign-ins; each can be ended, and all others at once. Works without script. */
export function SessionList({ sessions, words }: { sessions: ShownSession[]; words: Words }) {
  const [, endOne, isEnding] = useActionState(endSession, untouched)
  const [, endOthers, isEndingOthers] = useActionState(endOtherSessions, untouched)
  return (
    <div className="flex flex-col items-start gap-3">
      <form action={endOne} className="w-full">
        <ul className="overflow-hidden rounded-md border bg-surface">
          {sessions.map((session) => (
            <li
              key={session.id}
              className="flex min-h-12 items-center gap-x-4 gap-y-1 border-t px-4 py-2 first:border-t-0"
            >
              <span className="min-w-0 flex-1">
                <span className="block">{session.device}</span>
                <span className="block text-muted">{session.when}</span>
              </span>
              {session.isThis ? (
                <Badge tone="primary">{words.thisDevice}</Badge>
              ) : (
                <Button type="submit" name="sessionId" value={session.id} isPending={isEnding}>
                  {words.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </form>
      {sessions.length > 1 && (
        <form action={endOthers}>
          <Button type="submit" isPending={isEndingOthers}>
            {words.endOthers}
          </Button>
        </form>
      )}
    </div>
  )
}
