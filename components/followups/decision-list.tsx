import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { DecisionRow } from '@/lib/followups/queries'
import { RecordDecisionForm, RemoveDecisionButton, ReviseDecisionForm } from './decision-forms'
import { Fold } from './fold'

type Props = { activityId: string; decisions: DecisionRow[]; mayRecord: boolean }

/** What was decided, line by line. */
export async function DecisionList({ activityId, decisions, mayRecord }: Props) {
  const t = await getTranslations('followups.decisions')
  return (
    <Section title={t('title')}>
      {decisions.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <ol className="divide-y rounded-md border bg-surface text-sm">
          {decisions.map((decision, index) => (
            <li key={decision.id} className="flex flex-col gap-1 px-4 py-2">
              <p className="flex gap-3">
                <span className="text-muted">{index + 1}</span>
                <span className="min-w-0 wrap-anywhere whitespace-pre-line">{decision.text}</span>
              </p>
              {mayRecord && (
                <div className="no-print flex flex-wrap items-start gap-x-5">
                  <Fold summary={t('revise')}>
                    <ReviseDecisionForm key={decision.version} decision={decision} />
                  </Fold>
                  <RemoveDecisionButton id={decision.id} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayRecord && (
        <Fold summary={t('add')}>
          <RecordDecisionForm activityId={activityId} />
        </Fold>
      )}
    </Section>
  )
}
