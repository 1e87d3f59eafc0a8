import { Inbox, Lock, SearchX } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'

type Props =
  /** Nothing yet, and the next step. */
  | { kind: 'nothing'; title?: string; text?: ReactNode; action?: ReactNode }
  /** No match: the way back to everything. */
  | { kind: 'no-match'; clearHref: string }
  /** No right: whom to ask. */
  | { kind: 'no-right'; title?: string; text?: ReactNode }

/** There are three kinds of empty, and each says what to do. */
export async function EmptyState(props: Props) {
  const t = await getTranslations('common.empty')

  if (props.kind === 'no-match')
    return (
      <Frame icon={<SearchX />} title={t('noMatchTitle')} text={t('noMatchText')}>
        <ButtonLink href={props.clearHref}>{t('clearFilter')}</ButtonLink>
      </Frame>
    )
  if (props.kind === 'no-right')
    return <Frame icon={<Lock />} title={props.title ?? t('noRightTitle')} text={props.text ?? t('noRightText')} />
  return (
    <Frame icon={<Inbox />} title={props.title ?? t('nothingTitle')} text={props.text}>
      {props.action}
    </Frame>
  )
}

function Frame({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-md border border-dashed bg-surface px-6 py-12 text-center">
      <span aria-hidden className="text-muted [&_svg]:size-8 [&_svg]:stroke-1">
        {icon}
      </span>
      <p className="text-base font-bold">{title}</p>
      {text && <div className="max-w-md text-sm text-muted">{text}</div>}
      {children && <div className="pt-2">{children}</div>}
    </div>
  )
}
