import type { Came, ComparedRow } from '@/components/leads/lead-comparison'
import type { Actor } from '@/lib/access/actor'
import type { ComparedLead } from '@/lib/alliances/candidate-queries'
import { listAllParticipation } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'

/** How often each of them came to what the alliance offered, last year and this one. */
export async function withTurnout(actor: Actor, slug: string, firms: ComparedLead[]): Promise<ComparedRow[]> {
  const year = Number(actor.today.slice(0, 4))
  const read = (of: number) =>
    listAllParticipation(actor, filterOf(reportQuery.parse({ alliance: slug, year: of }), of), {
      key: 'name',
      isFalling: false,
    })
  const [last, present] = await Promise.all([read(year - 1), read(year)])
  const of = (lines: (Came & { id: string })[], id: string): Came => {
    const line = lines.find((one) => one.id === id)
    return { byMandate: line?.byMandate ?? 0, offered: line?.offered ?? 0 }
  }
  return firms.map((firm) => ({ ...firm, lastYear: of(last, firm.id), thisYear: of(present, firm.id) }))
}
