import type { AudienceRule } from '@/lib/places/audience-policy'
import type { Thought } from './schema'

/** Whether the rule restricts anything beside the alliances. */
export const narrows = (rule: Omit<AudienceRule, 'allianceIds'>): boolean =>
  rule.isUntrainedOnly ||
  [rule.jurisdictionIds, rule.businessKinds, rule.mandateKinds, rule.excludedIds].some((list) => list.length > 0)

const lists = ['allianceIds', 'jurisdictionIds', 'businessKinds', 'mandateKinds'] as const

/** A choice as an address carries it, and back; what is read is judged by the schema. */
export const searchOf = (thought: Thought): URLSearchParams =>
  new URLSearchParams([
    ...lists.flatMap((name) => thought[name].map((value) => [name, value])),
    ...(thought.isUntrainedOnly ? [['isUntrainedOnly', '1']] : []),
  ])

export const thoughtIn = (search: URLSearchParams): Record<keyof Thought, unknown> => ({
  allianceIds: search.getAll('allianceIds'),
  jurisdictionIds: search.getAll('jurisdictionIds'),
  businessKinds: search.getAll('businessKinds'),
  mandateKinds: search.getAll('mandateKinds'),
  isUntrainedOnly: search.get('isUntrainedOnly') === '1',
})
