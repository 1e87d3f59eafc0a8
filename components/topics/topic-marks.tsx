import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { TopicState } from '@/lib/core/prisma/enums'

const tones = { PLANNED: 'neutral', RUNNING: 'primary', DONE: 'success', DROPPED: 'neutral' } as const

export function TopicStateBadge({ state }: { state: TopicState }) {
  const t = useTranslations('topics.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}

const stepTones = { stepDone: 'success', stepLate: 'warning', stepOpen: 'neutral' } as const

/** Done, late, or not yet due. */
export function StepBadge({ step }: { step: { doneOn: string | null; isLate: boolean } }) {
  const t = useTranslations('topics.list')
  const state = stateOf(step)
  return <Badge tone={stepTones[state]}>{t(state)}</Badge>
}

function stateOf({ doneOn, isLate }: { doneOn: string | null; isLate: boolean }): keyof typeof stepTones {
  if (doneOn) return 'stepDone'
  return isLate ? 'stepLate' : 'stepOpen'
}

/** How many steps of a topic are late, where any is. */
export function LateBadge({ topic }: { topic: { milestones: { isLate: boolean }[] } }) {
  const t = useTranslations('topics.list')
  const count = topic.milestones.filter(({ isLate }) => isLate).length
  return count > 0 && <Badge tone="warning">{t('late', { count })}</Badge>
}
