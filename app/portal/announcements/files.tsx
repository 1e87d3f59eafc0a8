import { getTranslations } from 'next-intl/server'
import { UploadFileForm } from '@/components/files/upload-file-form'
import { AnnouncementFiles } from '@/components/announcements/announcement-files'
import { Words } from '@/components/layout/words'
import type { Actor } from '@/lib/access/actor'
import { canAddAnnouncementFile, canRemoveAnnouncementFile } from '@/lib/announcements/policy'
import { listRemovedFiles, type AnnouncementDetail } from '@/lib/announcements/queries'
import { fileBytesMax, filesMax } from '@/lib/announcements/rules'
import { acceptedExtensions } from '@/lib/core/sniff'

type Props = { actor: Actor; announcement: AnnouncementDetail; problem: string | null }

const limitMegabytes = fileBytesMax / 1_000_000

/** The files of an announcement, and for its office the way to bring and to remove them. */
export async function Files({ actor, announcement, problem }: Props) {
  const { id, files, state } = announcement
  const isOpen = state !== 'WITHDRAWN'
  const [t, removed] = await Promise.all([
    getTranslations('announcements.files'),
    isOpen ? listRemovedFiles(actor, announcement) : [],
  ])
  return (
    <AnnouncementFiles
      announcementId={id}
      files={files}
      removed={removed}
      mayRemove={isOpen && canRemoveAnnouncementFile(actor, announcement)}
      upload={
        isOpen &&
        canAddAnnouncementFile(actor, announcement) && (
          <Words of={['activities']}>
            <UploadFileForm
              action={`/api/announcements/${id}/files`}
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
