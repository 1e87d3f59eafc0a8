import { getTranslations } from 'next-intl/server'
import { FileSection } from '@/components/files/file-section'
import { UploadFileForm } from '@/components/files/upload-file-form'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import { acceptedExtensions } from '@/lib/core/sniff'
import { removeTodoFile, restoreTodoFile } from '@/lib/problems/file-actions'
import { listTodoFiles } from '@/lib/problems/file-queries'
import { fileBytesMax, filesMax } from '@/lib/problems/rules'
import type { TodoRow } from '@/lib/problems/todo-queries'

type Props = { actor: Actor; todo: TodoRow; problem: string | null }

const limitMegabytes = fileBytesMax / 1_000_000

/** What an enterprise shows for what it did; for its own people the way to bring and to remove it until it is verified. */
export async function Evidence({ actor, todo, problem }: Props) {
  const [t, { files, removed }] = await Promise.all([getTranslations('problems.files'), listTodoFiles(actor, todo.id)])
  const mayChange = todo.may.answer
  if (files.length === 0 && !mayChange) return null
  return (
    <FileSection
      title={t('title')}
      none={t('none')}
      files={files}
      removed={mayChange ? removed : []}
      mayRemove={mayChange}
      hrefOf={({ id }) => `/api/problem-todos/${todo.id}/files/${id}`}
      acts={{ remove: removeTodoFile, restore: restoreTodoFile }}
      upload={
        mayChange && (
          <Words of={['activities']}>
            <UploadFileForm
              action={`/api/problem-todos/${todo.id}/files`}
              hint={t('hint', { limitMegabytes })}
              kinds={[]}
              accept={acceptedExtensions.join(',')}
              limitBytes={fileBytesMax}
              problem={problem && { code: problem, params: { limitMegabytes, max: filesMax } }}
            />
          </Words>
        )
      }
    />
  )
}
