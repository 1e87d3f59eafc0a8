'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import { removeFindingFile as remove, restoreFindingFile as restore } from './file-mutations'
import { findingFileSubject, type FindingFileSubject } from './file-queries'
import { pointFacts } from './finding-mutations'
import * as policy from './policy'
import { findingFileInput } from './schema'

const facts = ({ finding, file }: FindingFileSubject, isThere: boolean) =>
  pointFacts(finding.pair, finding.position + 1, { file: isThere ? [null, file.fileName] : [file.fileName, null] })

const keptOf = ({ id, side, finding }: FindingFileSubject) => ({ id, side, findingId: finding.id })

const refresh = ({ subject: { finding } }: { subject: FindingFileSubject }) => [
  `/portal/inspections/${finding.pair.id}`,
  `/portal/inspections/${finding.pair.id}/${finding.id}`,
]

export const removeFindingFile = defineAction({
  name: 'inspection.remove-file',
  input: findingFileInput,
  subject: findingFileSubject,
  allow: policy.canRemoveFindingFile,
  run: async (tx, { subject }) => {
    const isNew = await remove(tx, { ...keptOf(subject), at: now() })
    return { data: { id: subject.id }, record: isNew ? facts(subject, false) : null }
  },
  refresh,
})

export const restoreFindingFile = defineAction({
  name: 'inspection.restore-file',
  input: findingFileInput,
  subject: findingFileSubject,
  allow: policy.canRestoreFindingFile,
  run: async (tx, { subject }) => {
    const isNew = await restore(tx, keptOf(subject))
    return { data: { id: subject.id }, record: isNew ? facts(subject, true) : null }
  },
  refresh,
})
