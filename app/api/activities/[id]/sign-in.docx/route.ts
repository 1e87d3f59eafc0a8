import { visitor } from '@/lib/access/session'
import { downloadHeaders } from '@/lib/core/download'
import { wordType } from '@/lib/papers/page-documents'
import { takeSignInSheet } from '@/lib/papers/queries'
import { signInName, signInPaper } from '@/lib/papers/sign-in-documents'

type Context = { params: Promise<{ id: string }> }

/** The sheet to sign at the door as a Word file, for whoever runs the activity. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const sheet = await takeSignInSheet(await visitor(), (await params).id)
  if (!sheet) return new Response(null, { status: 404 })
  const file = await signInPaper(sheet.activity, sheet.lines)
  return new Response(new Uint8Array(file), { headers: downloadHeaders(signInName(sheet.activity), wordType) })
}
