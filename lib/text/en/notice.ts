import { type notice as source } from '../zh-CN/notice'

export const notice = {
  refusals: {},
} satisfies typeof source
