import { type alliances as source } from '../zh-CN/alliances'

export const alliances = {
  yearState: { PLANNED: 'Planned', RUNNING: 'Running', CLOSED: 'Closed' },
  membershipKind: { LEAD: 'Lead company', MEMBER: 'Member' },
  refusals: {},
} satisfies typeof source
