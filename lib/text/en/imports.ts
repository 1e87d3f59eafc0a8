import { type imports as source } from '../zh-CN/imports'

export const imports = {
  state: {
    UPLOADED: 'Uploaded',
    CHECKING: 'Being checked',
    CHECKED: 'To be confirmed',
    CONFIRMING: 'Being imported',
    DONE: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
  verdict: { NEW: 'New', CHANGED: 'Changed', UNCHANGED: 'Unchanged', WRONG: 'Wrong' },
  refusals: {},
} satisfies typeof source
