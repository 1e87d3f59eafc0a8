import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Result } from '@/lib/core/result'
import { formatBytes } from '@/lib/text/format'

type FileAction = (input: { id: string }) => Promise<Result<unknown>>

type Row = { id: string; file: { fileName: string; sizeBytes: number } }

type Props<R extends Row> = {
  title: string
  /** Where an upload without script comes back to; its own name where a page has two such lists. */
  anchor?: string
  /** What is said when there is no file. */
  none: string
  files: R[]
  /** What can be put back; empty for whoever may not. */
  removed: R[]
  hrefOf: (row: R) => string
  acts: { remove: FileAction; restore: FileAction }
  mayRemove: boolean
  /** What stands beside the name, and what after the size. */
  markOf?: (row: R) => ReactNode
  factsOf?: (row: R) => ReactNode
  upload?: ReactNode
}

/** The files of a record: whoever reads it takes them along, whoever runs it brings, removes and restores them. */
export async function FileSection<R extends Row>({
  title,
  anchor = 'files',
  none,
  files,
  removed,
  upload,
  ...props
}: Props<R>) {
  const t = await getTranslations('activities.files')
  const { acts, hrefOf, mayRemove } = props
  return (
    <div id={anchor} className="scroll-mt-20">
      <Section title={title}>
        {files.length === 0 ? (
          <p className="text-sm text-muted">{none}</p>
        ) : (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {files.map((row) => (
              <FileLine key={row.id} row={row} href={hrefOf(row)} {...props}>
                {mayRemove && <RemoveButton row={row} acts={acts} />}
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
                <FileLine key={row.id} row={row} {...props}>
                  <RestoreButton row={row} acts={acts} />
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

type LineProps<R extends Row> = Pick<Props<R>, 'markOf' | 'factsOf'> & { row: R; href?: string; children: ReactNode }

function FileLine<R extends Row>({ row, href, markOf, factsOf, children }: LineProps<R>) {
  const { fileName, sizeBytes } = row.file
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <FileText aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex min-w-0 basis-full items-center gap-2 sm:flex-1 sm:basis-60">
          {href ? (
            <a href={href} download className="link inline-flex min-h-6 items-center break-all pointer-coarse:min-h-9">
              {fileName}
            </a>
          ) : (
            <span className="break-all text-muted">{fileName}</span>
          )}
          {markOf?.(row)}
        </span>
        <span className="text-muted sm:w-16 sm:text-right">{formatBytes(sizeBytes)}</span>
        {factsOf?.(row)}
      </div>
      <Words>{children}</Words>
    </li>
  )
}

type ButtonProps = { row: Row; acts: Props<Row>['acts'] }

async function RemoveButton({ row: { id, file }, acts }: ButtonProps) {
  const t = await getTranslations('activities.files')
  return (
    <ActionButton
      action={acts.remove}
      input={{ id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      say={t('removed', { name: file.fileName })}
      undo={{ action: acts.restore, input: { id } }}
    />
  )
}

async function RestoreButton({ row: { id, file }, acts }: ButtonProps) {
  const t = await getTranslations('activities.files')
  return (
    <ActionButton
      action={acts.restore}
      input={{ id }}
      label={t('restore')}
      variant="quiet"
      size="small"
      say={t('restored', { name: file.fileName })}
    />
  )
}
