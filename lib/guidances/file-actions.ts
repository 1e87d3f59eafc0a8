'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { adviceFacts } from './advice-mutations'
import { removeAdviceFile as remove, restoreAdviceFile as restore } from './file-mutations'
import { adviceFileSubject, type AdviceFileSubject } from './file-queries'
import * as policy from './policy'
import { adviceFileInput } from './schema'

const facts = ({ advice, file }: AdviceFileSubject, isThere: boolean) =>
  adviceFacts(advice, { file: isThere ? [null, file.fileName] : [file.fileName, null] })

const refresh = ({ subject: { advice } }: { subject: AdviceFileSubject }) => [
  `/portal/guidances/${advice.request.id}`,
  `/portal/guidances/${advice.request.id}/${advice.id}`,
]

export const removeAdviceFile = defineAction({
  name: 'guidance.remove-file',
  input: adviceFileInput,
  subject: adviceFileSubject,
  allow: policy.canRemoveAdviceFile,
  run: async (tx, { subject }) => {
    const isNew = await remove(tx, { id: subject.id, adviceId: subject.advice.id, at: now() })
    return { data: { id: subject.id }, record: isNew ? facts(subject, false) : null }
  },
  refresh,
})

export const restoreAdviceFile = defineAction({
  name: 'guidance.restore-file',
  input: adviceFileInput,
  subject: adviceFileSubject,
  allow: policy.canRestoreAdviceFile,
  run: async (tx, { subject }) => {
    const isNew = await restore(tx, { id: subject.id, adviceId: subject.advice.id })
    return { data: { id: subject.id }, record: isNew ? facts(subject, true) : null }
  },
  refresh,
})
