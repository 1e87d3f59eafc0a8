import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { hrefWith } from '@/components/list/href'
import { subjectWords } from '@/lib/access/rules'
import { Cell } from './trail-cells'
import { subjectHref } from './subject-href'

type Props = {
  path: string
  subject: Parameters<typeof subjectHref>[0] & { subjectLabel: string }
}

/** What it was done on: its name leads to it, its kind to everything on record about it. */
export async function SubjectCell({ path, subject }: Props) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  const { subjectType, subjectId, subjectLabel } = subject
  const kind = subjectWords(locale, subjectType)
  const href = subjectHref(subject)
  const name = subjectLabel || (subjectId ? kind : '')
  return (
    <Cell className="max-sm:flex max-sm:w-full max-sm:flex-wrap max-sm:gap-x-2">
      {name && (
        <span className="block max-w-64 whitespace-normal sm:min-w-40">
          {href ? (
            <Link href={href} prefetch={false} className="inline-block">
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
      )}
      {subjectId ? (
        <Link
          href={hrefWith(path, {}, { subject: subjectType, id: subjectId })}
          prefetch={false}
          title={t('only.ofSubject', { name })}
          className="inline-block text-muted!"
        >
          {kind}
        </Link>
      ) : (
        <span className="text-muted">{kind}</span>
      )}
    </Cell>
  )
}
