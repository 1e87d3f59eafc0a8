import { headers } from 'next/headers'
import { callerOf } from '@/lib/access/caller'
import { isOwnOrigin } from '@/lib/access/origin'
import { perform } from '@/lib/access/perform'
import { visitor } from '@/lib/access/session'
import { publicUrl } from '@/lib/core/env'
import { answerInvitation } from '@/lib/invitations/actions'
import { foreignAnswer, linkPage, refusedAnswer } from './pages'

type Context = { params: Promise<{ token: string }> }

/** Shows; changes nothing, because programs that look through mails open links too. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return linkPage((await params).token)
}

/** Takes an answer, and leads back to what stands now. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return foreignAnswer(token)
  const input = { ...fieldsOf(await request.formData()), token }
  const { result } = await perform(answerInvitation.definition, await visitor(), input, callerOf(asked))
  if (!result.ok) return refusedAnswer(token, input, result)
  const Location = `${publicUrl}/a/${encodeURIComponent(token)}`
  return new Response(null, { status: 303, headers: { Location } })
}

/** What was typed, cut far above every limit. */
const fieldsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 1_000)]] : [])),
  )
