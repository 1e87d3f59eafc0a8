import { headers } from 'next/headers'

/** The nonce that this answer's content policy asks of its style. */
export async function styleNonce(): Promise<string> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([0-9a-f]+)'/.exec(policy)?.[1] ?? ''
}

/** A page of plain HTML for one person: no cache and no search engine keeps it. */
export const plainAnswer = (page: string, status: number): Response =>
  new Response(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
