import { FileText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { RichText } from '@/components/rich-text/rich-text'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { PracticeShareClass } from '@/lib/core/prisma/enums'
import { sectionKeys, type Figure, type PracticeContent, isBlank } from '@/lib/practices/rules'
import { formatBytes } from '@/lib/text/format'
import { ShareChip } from './marks'

/** The case: problem, method, result with its figures, cost, limits. */
export async function PracticeText({ content }: { content: PracticeContent }) {
  const t = await getTranslations('practices')
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {sectionKeys.map((key) => (
        <Section key={key} title={t(`section.${key}`)}>
          {isBlank(content[key]) ? (
            <p className="text-sm text-muted">{t('detail.blank')}</p>
          ) : (
            <RichText text={content[key]} />
          )}
          {key === 'result' && content.figures.length > 0 && <Figures figures={content.figures} />}
        </Section>
      ))}
    </div>
  )
}

async function Figures({ figures }: { figures: Figure[] }) {
  const t = await getTranslations('practices.detail')
  const heads = [t('figure'), t('before'), t('after')]
  return (
    <Table label={t('figures')} isCards>
      <Heads heads={heads} />
      <tbody>
        {figures.map(({ label, before, after, unit }, index) => (
          <tr key={index}>
            <td className="t l">{label}</td>
            <LabelledTd label={heads[1] ?? ''}>{`${before} ${unit}`.trim()}</LabelledTd>
            <LabelledTd label={heads[2] ?? ''}>{`${after} ${unit}`.trim()}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type FilesProps = {
  practiceId: string
  files: { id: string; file: { fileName: string; sizeBytes: number } }[]
  shareClass: PracticeShareClass
}

export async function PracticeFiles({ practiceId, files, shareClass }: FilesProps) {
  const t = await getTranslations('practices.detail')
  if (files.length === 0) return null
  return (
    <Section title={t('files')}>
      <ul className="max-w-4xl divide-y rounded-md border bg-surface text-sm">
        {files.map(({ id, file }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 px-3 py-2">
            <FileText aria-hidden className="size-4 shrink-0 text-muted" />
            <a href={`/api/practices/${practiceId}/files/${id}`} download className="link min-w-0 flex-1 break-all">
              {file.fileName}
            </a>
            <span className="text-muted">{formatBytes(file.sizeBytes)}</span>
            <ShareChip shareClass={shareClass} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('filesScope')}</p>
    </Section>
  )
}
