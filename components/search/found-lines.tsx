import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { FoundAll, FoundGroup, FoundItem } from './found'

/** Something that the arrows reach: what was found, the way to the rest of a group, the page of all. */
export type Line = FoundItem & { isMore?: boolean }

export const linesOf = ({ items, more }: FoundGroup): Line[] => [
  ...items,
  ...(more?.href ? [{ href: more.href, label: more.label, isMore: true }] : []),
]

export const allLines = (found: FoundAll, allLabel: string): Line[] =>
  found.groups.length === 0
    ? []
    : [...found.groups.flatMap(linesOf), { href: found.allHref, label: allLabel, isMore: true }]

type Props = {
  id: string
  found: FoundAll
  allLabel: string
  active: number
  onPoint: (index: number) => void
  onOpen: () => void
}

/** The groups of a listbox; its field keeps the focus, so no line is in the order of Tab. */
export function FoundLines({ found, allLabel, ...rest }: Props) {
  const starts = found.groups.map((_, at) => found.groups.slice(0, at).flatMap(linesOf).length)
  return (
    <>
      {found.groups.map((group, at) => (
        <div key={group.kind} role="group" aria-labelledby={`${rest.id}-${group.kind}`} className="border-b p-1.5">
          <p id={`${rest.id}-${group.kind}`} className="px-2.5 py-1 text-xs text-muted">
            {group.title}
          </p>
          {linesOf(group).map((line, index) => (
            <FoundLine key={line.href} line={line} index={(starts[at] ?? 0) + index} {...rest} />
          ))}
        </div>
      ))}
      <div className="p-1.5">
        <FoundLine
          line={{ href: found.allHref, label: allLabel, isMore: true }}
          index={found.groups.flatMap(linesOf).length}
          {...rest}
        />
      </div>
    </>
  )
}

type LineProps = Omit<Props, 'found' | 'allLabel'> & { line: Line; index: number }

const FoundLine = ({ line: { href, label, hint, isMore }, index, id, active, onPoint, onOpen }: LineProps) => (
  <Link
    id={`${id}-${index}`}
    href={href}
    prefetch={false}
    role="option"
    tabIndex={-1}
    aria-selected={index === active}
    onPointerMove={() => onPoint(index)}
    onClick={(event) => {
      if (!event.metaKey && !event.ctrlKey && !event.shiftKey) onOpen()
    }}
    className="flex min-h-9 items-center justify-between gap-x-4 rounded-md px-2.5 py-1 text-ink aria-selected:bg-primary-soft pointer-coarse:min-h-(--target)"
  >
    <span className="flex min-w-0 flex-col sm:flex-1 sm:flex-row sm:items-baseline sm:justify-between sm:gap-4">
      <span className={isMore ? 'text-primary' : 'min-w-0 sm:truncate'}>{label}</span>
      {hint && <span className="shrink-0 text-xs text-muted sm:max-w-[60%] sm:truncate">{hint}</span>}
    </span>
    {isMore && <ArrowRight aria-hidden className="size-4 shrink-0 text-primary" />}
  </Link>
)
