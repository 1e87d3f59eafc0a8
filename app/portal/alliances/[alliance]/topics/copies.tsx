import { CopyTopicsButtons } from '@/components/topics/copy-topics-button'
import type { Actor } from '@/lib/access/actor'
import { canCopyTopics } from '@/lib/topics/policy'
import { listTopicsToCopy } from '@/lib/topics/queries'

type Props = { actor: Actor; open: { id: string; allianceId: string }; year: number; isEmpty: boolean }

/** What is known already and could be taken into an open year. */
export async function TopicCopies({ actor, open, year, isEmpty }: Props) {
  if (!canCopyTopics(actor, open)) return null
  const [unfinished, annex] = await listTopicsToCopy(actor, open.allianceId, year)
  return <CopyTopicsButtons allianceYearId={open.id} year={year} unfinished={unfinished} annex={isEmpty ? annex : []} />
}
