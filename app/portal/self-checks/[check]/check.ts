import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { getSelfCheck } from '@/lib/cases/check-queries'

/** The gate of a self-check's pages: who asks, and the check as far as they see it. */
export async function openSelfCheck(params: Promise<{ check: string }>, part = '') {
  const { check: id } = await params
  const path = `/portal/self-checks/${id}`
  const actor = await requireActor(`${path}${part}`)
  const check = (await getSelfCheck(actor, id)) ?? notFound()
  return { actor, check, path }
}
