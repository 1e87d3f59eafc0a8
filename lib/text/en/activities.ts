import { type activities as source } from '../zh-CN/activities'

export const activities = {
  kind: {
    EXCHANGE_MEETING: 'Exchange meeting',
    SITE_VISIT: 'Site visit',
    DISCUSSION: 'Discussion',
    EXPERIENCE_SHARING: 'Experience sharing',
    TRAINING: 'Training',
    MUTUAL_INSPECTION: 'Mutual inspection',
    EXCHANGE_VISIT: 'Exchange visit',
    EXPERT_GUIDANCE: 'Expert guidance',
  },
  mode: { ON_SITE: 'On site', ONLINE: 'Online', MIXED: 'On site and online' },
  state: { DRAFT: 'Draft', PUBLISHED: 'Published', HELD: 'Held', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
  fileKind: { MATERIAL: 'Material', MINUTES: 'Minutes' },
  refusals: {},
} satisfies typeof source
