import { defineAction } from '@/lib/access/action'
import { noSubject } from '@/lib/access/perform'
import { acceptWorkbook } from './mutations'
import { canUploadWorkbook } from './policy'
import { uploadWorkbookInput } from './schema'

/**
 * Not a server action (no `'use server'` above): its input names a key of the storage, which only the upload handler may
 * say. The handler performs this definition when the bytes have arrived and been judged.
 */
export const uploadWorkbook = defineAction({
  name: 'import.upload',
  input: uploadWorkbookInput,
  subject: noSubject,
  allow: canUploadWorkbook,
  run: (tx, { actor, input: { fileName, stored } }) => acceptWorkbook(tx, actor, { fileName, stored }),
  refresh: () => ['/portal/enterprises/imports'],
})
