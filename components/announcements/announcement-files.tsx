import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { FileSection } from '@/components/files/file-section'
import { removeAnnouncementFile, restoreAnnouncementFile } from '@/lib/announcements/file-actions'
import type { AnnouncementFileRow } from '@/lib/announcements/queries'

type Props = {
  announcementId: string
  files: AnnouncementFileRow[]
  removed?: AnnouncementFileRow[]
  mayRemove?: boolean
  upload?: ReactNode
}

/** The files of an announcement. A reader of one without files sees no section at all. */
export async function AnnouncementFiles({ announcementId, files, removed = [], mayRemove = false, upload }: Props) {
  const t = await getTranslations('announcements.files')
  if (files.length === 0 && removed.length === 0 && !upload) return null
  return (
    <FileSection
      title={t('title')}
      none={t('noneYet')}
      files={files}
      removed={removed}
      mayRemove={mayRemove}
      upload={upload}
      hrefOf={({ id }) => `/api/announcements/${announcementId}/files/${id}`}
      acts={{ remove: removeAnnouncementFile, restore: restoreAnnouncementFile }}
    />
  )
}
