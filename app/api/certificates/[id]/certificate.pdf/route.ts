import { getTranslations } from 'next-intl/server'
import { visitor } from '@/lib/access/session'
import { certificateName, certificatePdf, missingCharacters } from '@/lib/certificates/documents'
import { getCertificate } from '@/lib/certificates/queries'
import { downloadHeaders } from '@/lib/core/download'

type Context = { params: Promise<{ id: string }> }

/** A certificate as a file. With a character that the font lacks it is refused: an empty box is no name. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const certificate = await getCertificate(await visitor(), (await params).id)
  if (!certificate) return new Response(null, { status: 404 })
  const characters = await missingCharacters(certificate)
  if (characters) {
    const t = await getTranslations('certificates.print')
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' }
    return new Response(t('unprintable', { characters }), { status: 422, headers })
  }
  const pdf = await certificatePdf(certificate)
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(certificateName(certificate), 'application/pdf'),
  })
}
