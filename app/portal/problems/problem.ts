import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { getProblem } from '@/lib/problems/queries'

export type ProblemParams = Promise<{ problem: string }>

/** The gate of a problem's pages: who asks, and the problem as it stands. */
export async function openProblem(params: ProblemParams, part = '') {
  const { problem: id } = await params
  const actor = await requireActor(`/portal/problems/${id}${part}`)
  const problem = (await getProblem(actor, id)) ?? notFound()
  return { actor, problem, path: `/portal/problems/${problem.id}` }
}
