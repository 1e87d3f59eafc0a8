import { getTranslations } from 'next-intl/server'
import { DropCaseButton, ExplainCaseForm } from '@/components/cases/case-forms'
import { ExplainedCases } from '@/components/cases/case-text'
import { Section } from '@/components/layout/page-header'
import type { Actor } from '@/lib/access/actor'
import { listCaseChoices, listExplained } from '@/lib/cases/queries'

/** The accident cases that a training explains, and those that it might. */
export async function ExplainedPlan({ actor, activityId }: { actor: Actor; activityId: string }) {
  const [t, cases, all] = await Promise.all([
    getTranslations('cases.explained'),
    listExplained(actor, activityId),
    listCaseChoices(actor),
  ])
  const others = all.filter(({ id }) => !cases.some((one) => one.id === id))
  return (
    <Section title={t('title')}>
      <ExplainedCases
        cases={cases}
        drop={({ id, title }) => <DropCaseButton activityId={activityId} caseId={id} title={title} />}
      />
      {others.length > 0 && (
        <ExplainCaseForm activityId={activityId} cases={others.map(({ id, title }) => ({ value: id, label: title }))} />
      )}
    </Section>
  )
}
