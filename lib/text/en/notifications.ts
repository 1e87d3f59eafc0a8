import { type notifications as source } from '../zh-CN/notifications'

export const notifications = {
  refusals: {},
} satisfies typeof source
