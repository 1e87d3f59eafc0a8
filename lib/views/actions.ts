'use server'

import { defineAction } from '@/lib/access/action'
import { noSubject } from '@/lib/access/perform'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { defaultSubject, keptViewSubject, viewSubject } from './queries'
import { lists, type ListKey } from './rules'
import * as schema from './schema'

const page = ({ noun }: { noun: string }) => [lists[noun as ListKey].path]

export const saveView = defineAction({
  name: 'view.save',
  input: schema.saveViewInput,
  subject: noSubject,
  allow: (actor, _subject, { isShared }) => policy.canSaveView(actor) && (!isShared || policy.canShareViews(actor)),
  run: (tx, { actor, input }) => mutations.saveView(tx, actor, input),
  refresh: ({ input }) => page(input),
})

export const renameView = defineAction({
  name: 'view.rename',
  input: schema.renameViewInput,
  subject: viewSubject,
  allow: policy.canRenameView,
  run: (tx, { input, subject }) => mutations.renameView(tx, subject, input.name),
  refresh: ({ subject }) => page(subject),
})

export const shareView = defineAction({
  name: 'view.share',
  input: schema.shareViewInput,
  subject: viewSubject,
  allow: policy.canShareView,
  run: (tx, { actor, input, subject }) => mutations.shareView(tx, actor, subject, input.isShared),
  refresh: ({ subject }) => page(subject),
})

export const removeView = defineAction({
  name: 'view.remove',
  input: schema.removeViewInput,
  subject: keptViewSubject,
  allow: policy.canRemoveView,
  run: (tx, { subject }) => mutations.removeView(tx, subject, now()),
  refresh: ({ subject }) => page(subject),
})

export const restoreView = defineAction({
  name: 'view.restore',
  input: schema.restoreViewInput,
  subject: keptViewSubject,
  allow: policy.canRemoveView,
  run: (tx, { subject }) => mutations.restoreView(tx, subject),
  refresh: ({ subject }) => page(subject),
})

export const chooseDefaultView = defineAction({
  name: 'view.choose-default',
  input: schema.chooseDefaultInput,
  subject: defaultSubject,
  allow: policy.canChooseDefault,
  run: (tx, { actor, input }) => mutations.chooseDefault(tx, actor, input),
  refresh: ({ input }) => page(input),
})
