import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { FileSection } from '@/components/files/file-section'
import { Badge } from '@/components/ui/badge'
import { removeActivityFile, restoreActivityFile } from '@/lib/activities/file-actions'
import type { ActivityFileRow } from '@/lib/activities/queries'
import { formatStamp } from '@/lib/text/format'

type Props = {
  activityId: string
  files: ActivityFileRow[]
  removed: ActivityFileRow[]
  mayRemove: boolean
  upload: ReactNode
}

/** The files of an activity, each with its kind, its day and who brought it. */
export async function ActivityFiles({ activityId, upload, ...files }: Props) {
  const t = await getTranslations('activities')
  return (
    <FileSection
      {...files}
      title={t('files.title')}
      none={t(upload ? 'files.noneYet' : 'files.none')}
      upload={upload}
      hrefOf={({ id }) => `/api/activities/${activityId}/files/${id}`}
      acts={{ remove: removeActivityFile, restore: restoreActivityFile }}
      markOf={({ kind }) => <Badge tone={kind === 'MINUTES' ? 'primary' : 'neutral'}>{t(`fileKind.${kind}`)}</Badge>}
      factsOf={({ createdAt, file }) => (
        <>
          <span className="text-muted">{formatStamp(createdAt)}</span>
          {file.createdBy && <span className="text-muted">{t('files.by', { name: file.createdBy.name })}</span>}
        </>
      )}
    />
  )
}
