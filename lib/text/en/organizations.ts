import { type organizations as source } from '../zh-CN/organizations'

export const organizations = {
  jurisdictionKind: { DISTRICT: 'District', FUNCTIONAL_AREA: 'Functional area' },
  refusals: {},
} satisfies typeof source
