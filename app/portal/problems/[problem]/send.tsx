import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { SendProblemForm } from '@/components/problems/problem-forms'
import type { Actor } from '@/lib/access/actor'
import { listProblemMembers, type ProblemRow } from '@/lib/problems/queries'

/** Sending a draft to the members of today. */
export async function SendPart({ actor, problem }: { actor: Actor; problem: ProblemRow }) {
  const [t, members] = await Promise.all([
    getTranslations('problems.send'),
    listProblemMembers(actor, problem.allianceYear.allianceId),
  ])
  return (
    <Section title={t('title')}>
      <SendProblemForm
        key={problem.version}
        id={problem.id}
        version={problem.version}
        members={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Section>
  )
}
