'use client'

import { usePathname } from 'next/navigation'
import { buttonClass } from '@/components/ui/button'

type Props = { title: string; text: string; homeLabel: string }

/**
 * A client component with three words as props, because Next puts this page into the payload of every other page. The
 * portal has its own frame around it; elsewhere it stands alone.
 */
export function NotFoundNotice({ title, text, homeLabel }: Props) {
  const home = usePathname().startsWith('/portal') ? '/portal' : '/'
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-3 px-4 py-16">
      <p className="text-3xl font-bold text-primary">404</p>
      <h1 className="text-2xl">{title}</h1>
      <p className="text-muted">{text}</p>
      <a href={home} className={buttonClass('primary')}>
        {homeLabel}
      </a>
    </div>
  )
}
