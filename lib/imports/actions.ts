'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { importSubject } from './queries'
import * as schema from './schema'

const pages = ({ id }: { id: string }) => ['/portal/enterprises/imports', `/portal/enterprises/imports/${id}`]

export const remapImport = defineAction({
  name: 'import.remap',
  input: schema.remapImportInput,
  subject: importSubject,
  allow: policy.canRemapImport,
  run: (tx, { input: { id: _, ...mapping }, subject }) => mutations.remapImport(tx, subject, mapping),
  refresh: ({ subject }) => pages(subject),
})

export const confirmImport = defineAction({
  name: 'import.confirm',
  input: schema.confirmImportInput,
  subject: importSubject,
  allow: policy.canConfirmImport,
  run: (tx, { input, subject }) => mutations.confirmImport(tx, subject, input),
  refresh: ({ subject }) => pages(subject),
})

export const cancelImport = defineAction({
  name: 'import.cancel',
  input: schema.cancelImportInput,
  subject: importSubject,
  allow: policy.canCancelImport,
  run: (tx, { subject }) => mutations.cancelImport(tx, subject, now()),
  refresh: ({ subject }) => pages(subject),
})
