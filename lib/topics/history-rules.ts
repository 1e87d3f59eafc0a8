import type { TopicState } from '@/lib/core/prisma/enums'

/** What the trail says of a topic, by the verb of its actions. */
const verbs = {
  'topic.plan': 'PLANNED',
  'topic.revise': 'REVISED',
  'topic.report-progress': 'REPORTED',
  'topic.plan-milestone': 'STEP_PLANNED',
  'topic.revise-milestone': 'STEP_REVISED',
  'topic.finish-milestone': 'STEP_DONE',
  'topic.reopen-milestone': 'STEP_REOPENED',
  'topic.remove-milestone': 'STEP_REMOVED',
  'topic.link-activity': 'DISCUSSED',
  'topic.unlink-activity': 'UNDISCUSSED',
} as const

export const topicVerbs = Object.keys(verbs)

export type TopicNews = {
  what: (typeof verbs)[keyof typeof verbs]
  /** The milestone it is about. */
  step: string
  /** When the milestone is due, or was done. */
  day: string
  /** What was reported; blank where the words are those of the last time. */
  note: string
  /** The state that the topic came to, where it is another. */
  state: TopicState | null
  title: string
  owner: string
}

const after = (changes: Record<string, unknown>, field: string): string => at(changes[field], 1)

const at = (change: unknown, index: 0 | 1): string =>
  Array.isArray(change) && typeof change[index] === 'string' ? change[index] : ''

/** One record of the trail as news of its topic; null for a verb that is none. */
export function newsOf(verb: string, changes: Record<string, unknown>): TopicNews | null {
  if (!isTopicVerb(verb)) return null
  const what = verbs[verb]
  return {
    what,
    ...stepOf(what, changes),
    note: after(changes, 'progressNote'),
    state: (after(changes, 'state') || null) as TopicState | null,
    title: after(changes, 'title'),
    owner: after(changes, 'owner'),
  }
}

const isTopicVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb)

/** Done and reopened are recorded under the milestone's own name; the others under what they change. */
function stepOf(what: TopicNews['what'], changes: Record<string, unknown>): Pick<TopicNews, 'step' | 'day'> {
  if (what === 'STEP_DONE' || what === 'STEP_REOPENED') {
    const [step = '', change] = Object.entries(changes)[0] ?? []
    return { step, day: at(change, what === 'STEP_DONE' ? 1 : 0) }
  }
  const { milestone } = changes
  return { step: at(milestone, 1) || at(milestone, 0), day: after(changes, 'dueOn') }
}
