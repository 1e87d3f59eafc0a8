'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { chooseLanguage } from '@/lib/users/account-actions'

type Props = { languages: { value: string; label: string; lang: string }[]; current: string }

/** The language of pages and mails; each choice a button. Works without script. */
export function LanguageChoice({ languages, current }: Props) {
  const [, submit, isPending] = useActionState(chooseLanguage, { result: null, values: {} })
  return (
    <form action={submit} className="flex flex-wrap gap-2">
      {languages.map(({ value, label, lang }) => (
        <Button
          key={value}
          type="submit"
          name="locale"
          value={value}
          lang={lang}
          aria-pressed={value === current}
          variant={value === current ? 'primary' : 'secondary'}
          isPending={isPending}
        >
          {label}
        </Button>
      ))}
    </form>
  )
}
