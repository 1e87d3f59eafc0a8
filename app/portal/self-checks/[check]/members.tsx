import { QuestionTallies, ReplyMembers } from '@/components/cases/reply-view'
import type { Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { getAllianceYear } from '@/lib/alliances/year-queries'
import { listReplies, tallyAnswers, type CheckLine } from '@/lib/cases/check-queries'
import type { ReplyFilter } from '@/lib/cases/schema'
import { canDraftProblem } from '@/lib/problems/policy'

type Props = { actor: Actor; check: CheckLine; query: Query; filter: ReplyFilter }

/** Where a problem of the alliance is written down; null: not by this actor, or not this year. */
async function draftingHref(actor: Actor, { allianceId, alliance }: CheckLine): Promise<string | null> {
  if (!canDraftProblem(actor, { allianceId })) return null
  const year = await getAllianceYear(actor, allianceId, Number(actor.today.slice(0, 4)))
  return year && year.state !== 'CLOSED' ? `/portal/alliances/${alliance.slug}/problems/new` : null
}

/** Who has answered and who has not, and how each question was answered. */
export async function CheckedMembers({ actor, check, query, filter }: Props) {
  const [page, tallies, raisePath] = await Promise.all([
    listReplies(actor, check.id, filter),
    tallyAnswers(actor, check.id),
    draftingHref(actor, check),
  ])
  return (
    <>
      <ReplyMembers check={check} page={page} filter={filter} query={query} />
      {check.tally.answered > 0 && (
        <QuestionTallies questions={check.case.questions} tallies={tallies} raisePath={raisePath} />
      )}
    </>
  )
}
