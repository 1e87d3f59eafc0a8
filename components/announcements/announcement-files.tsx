import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { removeAnnouncementFile, restoreAnnouncementFile } from '@/lib/announcements/file-actions'
import type { AnnouncementFileRow } from '@/lib/announcements/queries'
import { formatBytes } from '@/lib/text/format'

type Props = {
  announcementId: string
  files: AnnouncementFileRow[]
  /** What can be put back; empty for whoever may not. */
  removed?: AnnouncementFileRow[]
  mayRemove?: boolean
  upload?: ReactNode
}

/** The files of an announcement: whoever reads it takes them along. A reader without files sees no section at all. */
export async function AnnouncementFiles({ announcementId, files, removed = [], mayRemove = false, upload }: Props) {
  const [t, words] = await Promise.all([getTranslations('announcements.files'), getTranslations('activities.files')])
  if (files.length === 0 && !upload) return null
  return (
    <div id="files" className="scroll-mt-20">
      <Section title={t('title')}>
        {files.length === 0 && <p className="text-sm text-muted">{t('noneYet')}</p>}
        {files.length > 0 && (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {files.map(({ id, file }) => (
              <FileLine key={id} file={file} href={`/api/announcements/${announcementId}/files/${id}`}>
                {mayRemove && <RemoveButton id={id} name={file.fileName} />}
              </FileLine>
            ))}
          </ul>
        )}
        {removed.length > 0 && (
          <details className="text-sm">
            <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">
              {words('removedFiles', { count: removed.length })} ▾
            </summary>
            <ul className="mt-2 divide-y rounded-md border bg-surface">
              {removed.map(({ id, file }) => (
                <FileLine key={id} file={file}>
                  <RestoreButton id={id} name={file.fileName} />
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

type LineProps = { file: AnnouncementFileRow['file']; href?: string; children: ReactNode }

const FileLine = ({ file: { fileName, sizeBytes }, href, children }: LineProps) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
    <FileText aria-hidden className="size-4 shrink-0 text-muted" />
    {href ? (
      <a href={href} download className="link inline-flex min-h-6 min-w-0 flex-1 items-center break-all">
        {fileName}
      </a>
    ) : (
      <span className="min-w-0 flex-1 break-all text-muted">{fileName}</span>
    )}
    <span className="text-muted">{formatBytes(sizeBytes)}</span>
    {children}
  </li>
)

async function RemoveButton({ id, name }: { id: string; name: string }) {
  const t = await getTranslations('activities.files')
  return (
    <Words>
      <ActionButton
        action={removeAnnouncementFile}
        input={{ id }}
        label={t('remove')}
        variant="quiet"
        size="small"
        say={t('removed', { name })}
        undo={{ action: restoreAnnouncementFile, input: { id } }}
      />
    </Words>
  )
}

async function RestoreButton({ id, name }: { id: string; name: string }) {
  const t = await getTranslations('activities.files')
  return (
    <Words>
      <ActionButton
        action={restoreAnnouncementFile}
        input={{ id }}
        label={t('restore')}
        variant="quiet"
        size="small"
        say={t('restored', { name })}
      />
    </Words>
  )
}
