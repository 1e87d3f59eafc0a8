'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

export type ConflictLine = { label: string; theirs: string; yours: string }

type Props = {
  changedBy: string
  lines: ConflictLine[]
  /** A choice was made: the next press saves. */
  isSettled: boolean
  onTakeTheirs: () => void
  onKeepOwn: () => void
}

/** Two versions of the same thing beside each other, and a choice. Lines that agree are not shown. */
export function ConflictTable({ changedBy, lines, isSettled, onTakeTheirs, onKeepOwn }: Props) {
  const t = useTranslations('alliances.configure')
  const different = lines.filter((line) => line.theirs !== line.yours)
  return (
    <section className="flex flex-col gap-3 rounded-md border-l-4 border-warning bg-warning-soft p-4">
      <h3>{t('conflictTitle', { name: changedBy || t('someone') })}</h3>
      <p>{isSettled ? t('conflictSettled') : t('conflictText')}</p>
      {different.length > 0 && (
        <div className="ledger-frame">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('theirs')}</th>
                <th scope="col">{t('yours')}</th>
              </tr>
            </thead>
            <tbody>
              {different.map((line) => (
                <tr key={line.label}>
                  <th scope="row">{line.label}</th>
                  <td className="l whitespace-pre-line">{line.theirs}</td>
                  <td className="l whitespace-pre-line">{line.yours}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button onClick={onKeepOwn}>{t('keepYours')}</Button>
      </div>
    </section>
  )
}
