import { type alliances as source } from '../zh-CN/alliances'

export const alliances = {
  yearState: { PLANNED: 'Planned', RUNNING: 'Running', CLOSED: 'Closed' },
  membershipKind: { LEAD: 'Lead company', MEMBER: 'Member' },
  refusals: {
    MEMBERSHIPS_DO_NOT_OVERLAP: 'This enterprise is already in the alliance during that time. Check the joining date',
    MEMBERSHIPS_HAVE_ONE_LEAD:
      'An alliance has one lead company at a time, and somebody has just appointed one. Refresh and check',
    INSURER_APPOINTMENTS_DO_NOT_OVERLAP:
      'The alliance already has an insurer during that time. Refresh and check the dates',
  },
} satisfies typeof source
