'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { inputClass } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'

/** Where a link went, or (once) the link itself. */
export type Delivered = { link: string | null; mailedTo: string | null; isKnown?: boolean }

export function LinkNotice({ name, delivered }: { name: string; delivered: Delivered }) {
  const t = useTranslations('users.link')
  const [isCopied, setCopied] = useState(false)
  const { link, mailedTo, isKnown } = delivered

  const copy = async () => {
    if (!link) return
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }

  return (
    <div
      role="status"
      className="flex max-w-2xl flex-col gap-3 rounded-md border-l-4 border-success bg-success-soft p-4"
    >
      <p className="font-bold">{t('done')}</p>
      {isKnown && <p>{t('known')}</p>}
      {mailedTo && <p>{t('mailed', { address: mailedTo })}</p>}
      {link && (
        <>
          <p>{t('shown', { name })}</p>
          <div className="flex flex-wrap items-end gap-2">
            <label className="flex min-w-0 flex-1 basis-72 flex-col gap-1 font-bold">
              {t('label')}
              <input
                readOnly
                value={link}
                onFocus={(event) => event.target.select()}
                className={`${inputClass} font-mono`}
              />
            </label>
            <Button onClick={() => void copy()}>{isCopied ? t('copied') : t('copy')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
