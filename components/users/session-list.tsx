'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { endOtherSessions, endSession } from '@/lib/users/account-actions'

export type ShownSession = { id: string; device: string; signedInAt: string; lastSeenAt: string; isThis: boolean }

type Words = {
  label: string
  device: string
  signedInAt: string
  lastSeenAt: string
  thisDevice: string
  end: string
  endOthers: string
  actions: string
}

const untouched = { result: null, values: {} }

/** One's own sign-ins; each can be ended, and all others at once. Works without script. */
export function SessionList({ sessions, words }: { sessions: ShownSession[]; words: Words }) {
  const [, endOne, isEnding] = useActionState(endSession, untouched)
  const [, endOthers, isEndingOthers] = useActionState(endOtherSessions, untouched)
  return (
    <div className="flex flex-col items-start gap-3">
      <form action={endOne} className="w-full">
        <div className="ledger-frame" role="region" aria-label={words.label} tabIndex={0}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{words.device}</th>
                <th scope="col">{words.signedInAt}</th>
                <th scope="col">{words.lastSeenAt}</th>
                <th scope="col">{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id}>
                  <td>{session.device}</td>
                  <td>{session.signedInAt}</td>
                  <td>{session.lastSeenAt}</td>
                  <td>
                    {session.isThis ? (
                      <Badge tone="primary">{words.thisDevice}</Badge>
                    ) : (
                      <Button type="submit" name="sessionId" value={session.id} size="small" isPending={isEnding}>
                        {words.end}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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
