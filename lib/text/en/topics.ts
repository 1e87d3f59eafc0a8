import { type topics as source } from '../zh-CN/topics'

export const topics = {
  source: { ANNEX: 'Annex of the notice', OWN: 'Own choice' },
  state: { PLANNED: 'Planned', RUNNING: 'Under way', DONE: 'Done', DROPPED: 'Dropped' },
  list: {
    title: 'Research topics of {year}',
    empty: 'No topics in this year yet',
    stale: 'not updated for long',
    owner: 'Owner: {name}',
    noOwner: 'No owner yet',
    updated: 'Updated {day}',
    stepDone: 'done',
    stepLate: 'late',
    stepOpen: 'open',
  },
  refusals: {
    TOPIC_YEAR_CLOSED: 'That year is closed; its topics can no longer be changed',
    TOPIC_ALREADY_PLANNED: 'This year already has a topic of that title. Choose another title',
    TOPIC_OWNER_NOT_A_MEMBER: 'The owner must be an enterprise of this alliance now. Choose another',
    TOPIC_CHANGED:
      '{changedBy} updated this topic while you were editing. Compare both versions before saving; what you typed is still here',
    TOPIC_STATE_DOES_NOT_FOLLOW: 'The topic cannot go from its state to the chosen one. Refresh and check',
    TOPIC_HAS_OPEN_MILESTONES: 'Some milestones are still open. Record them as done before the topic is done',
    MILESTONE_IN_THE_FUTURE: 'The day of completion cannot be in the future',
    MILESTONE_DONE: 'This milestone is done and cannot be removed',
  },
} satisfies typeof source
