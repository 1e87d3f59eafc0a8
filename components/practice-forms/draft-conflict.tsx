'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { figuresText, plainText, sectionKeys, type PracticeDraft } from '@/lib/practices/rules'

type Props = { theirs: PracticeDraft; yours: PracticeDraft; onTakeTheirs: () => void; onKeepOwn: () => void }

/** Two texts of one draft beside each other, and a choice. Parts that agree are not shown. */
export function DraftConflict({ theirs, yours, onTakeTheirs, onKeepOwn }: Props) {
  const t = useTranslations('practices.conflict')
  const lines = usePartsOf()
  const id = useId()
  const [theirLines, yourLines] = [lines(theirs), lines(yours)]
  const different = theirLines
    .map(([label, text], index) => ({ label, theirs: text, yours: yourLines[index]?.[1] ?? '' }))
    .filter((line) => line.theirs !== line.yours)
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-md border-l-4 border-warning bg-warning-soft p-4"
    >
      <h2 id={id} className="text-base">
        {t('title')}
      </h2>
      <p>{t(different.length > 0 ? 'text' : 'same')}</p>
      {different.map((line) => (
        <div key={line.label} className="grid gap-2 sm:grid-cols-2">
          <h3 className="text-sm sm:col-span-2">{line.label}</h3>
          <Side title={t('theirs')} text={line.theirs} />
          <Side title={t('yours')} text={line.yours} />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button onClick={onKeepOwn}>{t('keepYours')}</Button>
      </div>
    </section>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  const t = useTranslations('practices.detail')
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-md border bg-surface p-3 text-sm">
      <p className="text-muted">{title}</p>
      <p className="max-h-64 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]" tabIndex={0}>
        {text || t('blank')}
      </p>
    </div>
  )
}

function usePartsOf(): (draft: PracticeDraft) => [label: string, text: string][] {
  const t = useTranslations('practices')
  return ({ title, subjects, area, content }) => [
    [t('field.title'), title],
    [t('field.subjects'), subjects.map((subject) => t(`subject.${subject}`)).join('；')],
    [t('field.area'), area ? t(`area.${area}`) : t('field.noArea')],
    ...sectionKeys.map((key): [string, string] => [t(`section.${key}`), plainText(content[key])]),
    [t('detail.figures'), figuresText(content)],
  ]
}
