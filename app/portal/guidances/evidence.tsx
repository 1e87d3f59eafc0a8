import { getTranslations } from 'next-intl/server'
import { FileSection } from '@/components/files/file-section'
import { UploadFileForm } from '@/components/files/upload-file-form'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import { acceptedExtensions } from '@/lib/core/sniff'
import { removeAdviceFile, restoreAdviceFile } from '@/lib/guidances/file-actions'
import { listAdviceFiles } from '@/lib/guidances/file-queries'
import { fileBytesMax, filesMax } from '@/lib/problems/rules'

type Props = { actor: Actor; adviceId: string; mayChange: boolean; problem: string | null }

const limitMegabytes = fileBytesMax / 1_000_000

/** What an enterprise shows for what it did about a point; for its own people the way to bring it until it is verified. */
export async function AdviceEvidence({ actor, adviceId, mayChange, problem }: Props) {
  const [t, { files, removed }] = await Promise.all([
    getTranslations('guidances.files'),
    listAdviceFiles(actor, adviceId),
  ])
  return (
    <FileSection
      title={t('title')}
      none={t('none')}
      files={files}
      removed={mayChange ? removed : []}
      mayRemove={mayChange}
      hrefOf={({ id }) => `/api/guidance-advice/${adviceId}/files/${id}`}
      acts={{ remove: removeAdviceFile, restore: restoreAdviceFile }}
      upload={
        mayChange && (
          <Words of={['activities']}>
            <UploadFileForm
              action={`/api/guidance-advice/${adviceId}/files`}
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
