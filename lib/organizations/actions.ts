'use server'

import { defineAction } from '@/lib/access/action'
import { noSubject } from '@/lib/access/perform'
import { insurerSubject } from './insurer-queries'
import * as insurers from './mutations'
import * as policy from './policy'
import * as schema from './schema'

const list = '/portal/insurers'

export const addInsurer = defineAction({
  name: 'insurer.add',
  input: schema.addInsurerInput,
  subject: noSubject,
  allow: policy.canAddInsurer,
  run: (tx, { input }) => insurers.addInsurer(tx, input),
  refresh: () => [list],
})

export const renameInsurer = defineAction({
  name: 'insurer.rename',
  input: schema.renameInsurerInput,
  subject: insurerSubject,
  allow: policy.canRenameInsurer,
  run: (tx, { input: { name, shortName }, subject }) => insurers.renameInsurer(tx, subject, { name, shortName }),
  refresh: ({ subject }) => [list, `${list}/${subject.id}`],
})

export const removeInsurer = defineAction({
  name: 'insurer.remove',
  input: schema.insurerInput,
  subject: insurerSubject,
  allow: policy.canRemoveInsurer,
  run: (tx, { subject }) => insurers.removeInsurer(tx, subject),
  refresh: () => [list],
})
