import { type practices as source } from '../zh-CN/practices'

export const practices = {
  refusals: {},
} satisfies typeof source
