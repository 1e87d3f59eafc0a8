import { z } from 'zod'
import { env } from './env'

/** What the service answers; anything but 0 is a refusal. */
const answerShape = z.object({ errcode: z.number().int() })

/** Less than the minute after which another worker takes the message over. */
const patienceMilliseconds = 10_000

/** A message that did not arrive, with a code that says why and holds no part of the key. */
export class RobotProblem extends Error {
  constructor(readonly code: string) {
    super(code)
    this.name = 'RobotProblem'
  }
}

/**
 * Hands a text to the robot of a group. The host is the portal's own setting and never what somebody typed: only the key
 * is theirs. A redirect is not followed, for it would carry the key elsewhere.
 */
export async function sayInGroup(key: string, text: string): Promise<void> {
  const answer = await fetch(`${env.WECOM_URL}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMilliseconds),
  }).catch((error: unknown) => {
    throw new RobotProblem(error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE')
  })
  if (answer.status !== 200) throw new RobotProblem(`HTTP ${answer.status}`)
  const said = answerShape.safeParse(await answer.json().catch(() => null))
  if (!said.success) throw new RobotProblem('NO_ANSWER')
  if (said.data.errcode !== 0) throw new RobotProblem(`WECOM ${said.data.errcode}`)
}
