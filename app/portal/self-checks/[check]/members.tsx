import { QuestionTallies, ReplyMembers } from '@/components/cases/reply-view'
import type { Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { listReplies, tallyAnswers, type CheckLine } from '@/lib/cases/check-queries'
import type { ReplyFilter } from '@/lib/cases/schema'

type Props = { actor: Actor; check: CheckLine; query: Query; filter: ReplyFilter }

/** Who has answered and who has not, and how each question was answered. */
export async function CheckedMembers({ actor, check, query, filter }: Props) {
  const [page, tallies] = await Promise.all([listReplies(actor, check.id, filter), tallyAnswers(actor, check.id)])
  return (
    <>
      <ReplyMembers check={check} page={page} filter={filter} query={query} />
      {check.tally.answered > 0 && <QuestionTallies questions={check.case.questions} tallies={tallies} />}
    </>
  )
}
