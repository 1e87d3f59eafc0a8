import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { Clash } from '@/lib/plans/rules'
import { clashWords } from './clash-words'

/** What stands in the way of a date. Another activity is led to where the reader sees it. */
export async function ClashLines({ clashes }: { clashes: Clash[] }) {
  const words = await clashWords()
  if (clashes.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5 text-sm text-warning">
      {clashes.map((clash) => (
        <li key={words(clash)} className="flex items-start gap-1">
          <TriangleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
          {'id' in clash && clash.id && clash.isSeen ? (
            <Link href={`/portal/activities/${clash.id}`} prefetch={false} className="underline underline-offset-2">
              {words(clash)}
            </Link>
          ) : (
            words(clash)
          )}
        </li>
      ))}
    </ul>
  )
}
