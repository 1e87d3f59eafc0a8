import { type reports as source } from '../zh-CN/reports'

export const reports = {
  refusals: {},
} satisfies typeof source
