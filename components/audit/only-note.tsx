import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { hrefWith, queryValue, type Query } from '@/components/list/href'

type Props = {
  path: string
  query: Query
  /** Names as the first row has them; absent where there is no row. */
  actor: string | undefined
  subject: string | undefined
}

/** Says when the list is narrowed to one person or one subject by a link, which no field of the filter shows. */
export async function OnlyNote({ path, query, actor, subject }: Props) {
  const t = await getTranslations('audit.only')
  const said = [
    ...(queryValue(query, 'actor') ? [t('actor', { name: actor || t('someone') })] : []),
    ...(queryValue(query, 'subject') && queryValue(query, 'id')
      ? [t('subject', { name: subject || t('something') })]
      : []),
  ]
  if (said.length === 0) return null
  return (
    <Banner>
      <span className="flex flex-wrap gap-x-4">
        {said.map((text) => (
          <span key={text}>{text}</span>
        ))}
        <Link
          href={hrefWith(path, query, { actor: null, subject: null, id: null, cursor: null })}
          prefetch={false}
          className="link"
        >
          {t('clear')}
        </Link>
      </span>
    </Banner>
  )
}
