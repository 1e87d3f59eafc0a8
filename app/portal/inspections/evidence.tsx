import { getTranslations } from 'next-intl/server'
import { FileSection } from '@/components/files/file-section'
import { UploadFileForm } from '@/components/files/upload-file-form'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import type { FindingSide } from '@/lib/core/prisma/enums'
import { acceptedExtensions } from '@/lib/core/sniff'
import { removeFindingFile, restoreFindingFile } from '@/lib/inspections/file-actions'
import { listFindingFiles } from '@/lib/inspections/file-queries'
import { fileBytesMax, filesMax } from '@/lib/problems/rules'

/** `own`: the side for which the reader may bring and remove files; null: none, or not any more. */
type Props = { actor: Actor; findingId: string; own: FindingSide | null; problem: string | null }

const sides = ['FOUND', 'MENDED'] as const
const limitMegabytes = fileBytesMax / 1_000_000

/** What each side shows for a finding; for one's own the way to bring it, until the finding is closed. */
export async function FindingEvidence({ actor, findingId, own, problem }: Props) {
  const [t, { files, removed }] = await Promise.all([
    getTranslations('inspections.file'),
    listFindingFiles(actor, findingId),
  ])
  const shown = sides.filter((side) => side === own || files.some((file) => file.side === side))
  if (shown.length === 0) return <p className="text-sm text-muted">{t('nobody')}</p>
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      {shown.map((side) => (
        <FileSection
          key={side}
          title={t(side)}
          anchor={side === own ? 'files' : `files-${side}`}
          none={t('none')}
          files={files.filter((file) => file.side === side)}
          removed={side === own ? removed : []}
          mayRemove={side === own}
          hrefOf={({ id }) => `/api/inspection-findings/${findingId}/files/${id}`}
          acts={{ remove: removeFindingFile, restore: restoreFindingFile }}
          upload={
            side === own && (
              <Words of={['activities']}>
                <UploadFileForm
                  action={`/api/inspection-findings/${findingId}/files`}
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
      ))}
    </div>
  )
}
