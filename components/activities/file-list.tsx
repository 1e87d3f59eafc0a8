import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { removeActivityFile, restoreActivityFile } from '@/lib/activities/file-actions'
import type { ActivityFileRow } from '@/lib/activities/queries'
import { formatBytes, formatStamp } from '@/lib/text/format'

type Props = {
  activityId: string
  files: ActivityFileRow[]
  /** What can be put back; empty for whoever may not. */
  removed: ActivityFileRow[]
  mayRemove: boolean
  upload: ReactNode
}

/** The files of an activity: whoever sees it takes them along, whoever runs it brings and removes them. */
export async function ActivityFiles({ activityId, files, removed, mayRemove, upload }: Props) {
  const t = await getTranslations('activities.files')
  return (
    <div id="files" className="scroll-mt-20">
      <Section title={t('title')}>
        {files.length === 0 ? (
          <p className="text-sm text-muted">{t(upload ? 'noneYet' : 'none')}</p>
        ) : (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {files.map((row) => (
              <FileLine key={row.id} row={row} href={`/api/activities/${activityId}/files/${row.id}`}>
                {mayRemove && <RemoveButton id={row.id} name={row.file.fileName} />}
              </FileLine>
            ))}
          </ul>
        )}
        {removed.length > 0 && (
          <details className="text-sm">
            <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">
              {t('removedFiles', { count: removed.length })} ▾
            </summary>
            <ul className="mt-2 divide-y rounded-md border bg-surface">
              {removed.map((row) => (
                <FileLine key={row.id} row={row}>
                  <RestoreButton id={row.id} name={row.file.fileName} />
                </FileLine>
              ))}
            </ul>
          </details>
        )}
        {upload}
      </Section>
    </div>
  )
}

async function FileLine({ row, href, children }: { row: ActivityFileRow; href?: string; children: ReactNode }) {
  const t = await getTranslations('activities')
  const { kind, createdAt, file } = row
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <FileText aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex min-w-0 basis-full items-center gap-2 sm:flex-1 sm:basis-60">
          {href ? (
            <a href={href} download className="link inline-flex min-h-6 items-center break-all pointer-coarse:min-h-9">
              {file.fileName}
            </a>
          ) : (
            <span className="break-all text-muted">{file.fileName}</span>
          )}
          <Badge tone={kind === 'MINUTES' ? 'primary' : 'neutral'}>{t(`fileKind.${kind}`)}</Badge>
        </span>
        <span className="text-muted sm:w-16 sm:text-right">{formatBytes(file.sizeBytes)}</span>
        <span className="text-muted">{formatStamp(createdAt)}</span>
        {file.createdBy && <span className="text-muted">{t('files.by', { name: file.createdBy.name })}</span>}
      </div>
      <Words>{children}</Words>
    </li>
  )
}

async function RemoveButton({ id, name }: { id: string; name: string }) {
  const t = await getTranslations('activities.files')
  return (
    <ActionButton
      action={removeActivityFile}
      input={{ id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      say={t('removed', { name })}
      undo={{ action: restoreActivityFile, input: { id } }}
    />
  )
}

async function RestoreButton({ id, name }: { id: string; name: string }) {
  const t = await getTranslations('activities.files')
  return (
    <ActionButton
      action={restoreActivityFile}
      input={{ id }}
      label={t('restore')}
      variant="quiet"
      size="small"
      say={t('restored', { name })}
    />
  )
}
