import { type topics as source } from '../zh-CN/topics'

export const topics = {
  source: { ANNEX: 'Annex of the notice', OWN: "Alliance's own" },
  state: { PLANNED: 'Planned', RUNNING: 'Running', DONE: 'Done', DROPPED: 'Dropped' },
  refusals: {},
} satisfies typeof source
