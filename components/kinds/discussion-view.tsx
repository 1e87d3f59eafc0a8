import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Fold } from '@/components/problems/fold'
import type { DiscussionRow } from '@/lib/kinds/queries'
import { DiscussionForm } from './kind-forms'

type Props = { activityId: string; discussion: DiscussionRow | null; mayWrite: boolean; isHeld: boolean }

/** The question that a discussion is about, and what came of it. */
export async function DiscussionView({ activityId, discussion, mayWrite, isHeld }: Props) {
  if (!discussion && !mayWrite) return null
  const t = await getTranslations('kinds.discussion')
  const lines = (text: string) => <p className="wrap-anywhere whitespace-pre-line">{text}</p>
  return (
    <Section title={t('title')}>
      {discussion ? (
        <DescriptionList
          columns={1}
          entries={[
            { label: t('question'), value: lines(discussion.question) },
            ...(isHeld ? [{ label: t('outcome'), value: lines(discussion.outcome || t('noOutcome')) }] : []),
          ]}
        />
      ) : (
        <p className="text-sm text-muted">{t('none')}</p>
      )}
      {mayWrite && (
        <Words of={['kinds']}>
          <Fold summary={t('write')} isOpen={!discussion}>
            <DiscussionForm
              key={discussion?.version ?? 0}
              activityId={activityId}
              version={discussion?.version ?? null}
              isHeld={isHeld}
              defaults={{ question: discussion?.question ?? '', outcome: discussion?.outcome ?? '' }}
            />
          </Fold>
        </Words>
      )}
    </Section>
  )
}
