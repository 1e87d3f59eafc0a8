import { type users as source } from '../zh-CN/users'

export const users = {
  role: {
    MUNICIPAL: 'Municipal bureau',
    JURISDICTION: 'Supervising jurisdiction',
    INSURER: 'Insurer',
    ENTERPRISE: 'Enterprise',
  },
  refusals: {},
} satisfies typeof source
