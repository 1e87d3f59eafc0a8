'use client'

import {
  Bell,
  Building2,
  CalendarClock,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  Copy,
  Factory,
  FileCheck2,
  FileClock,
  FilePenLine,
  FileSpreadsheet,
  GraduationCap,
  House,
  Megaphone,
  KeyRound,
  Lightbulb,
  BadgeCheck,
  ListTodo,
  Network,
  Replace,
  NotebookPen,
  ScanLine,
  Settings,
  Siren,
  Stethoscope,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

const icons = {
  home: House,
  alliances: Network,
  activities: CalendarDays,
  announcements: Megaphone,
  covers: Replace,
  schedule: CalendarDays,
  enterprises: Factory,
  activations: KeyRound,
  imports: FileSpreadsheet,
  proposals: FilePenLine,
  duplicates: Copy,
  licences: CalendarClock,
  topics: NotebookPen,
  practices: Lightbulb,
  problems: ListTodo,
  guidances: Stethoscope,
  experience: Lightbulb,
  reports: ChartColumn,
  record: ChartColumn,
  services: FileCheck2,
  experts: GraduationCap,
  cases: Siren,
  certificates: BadgeCheck,
  users: Users,
  people: Users,
  insurers: Building2,
  audit: FileClock,
  settings: Settings,
  notifications: Bell,
  checkIn: ScanLine,
  tasks: ClipboardCheck,
  mine: UserRound,
} satisfies Record<string, LucideIcon>

export type MenuKey = keyof typeof icons

/** `count`: how many wait there for the actor. */
export type MenuItem = { key: MenuKey; href: string; label: string; count?: number }

export type MenuGroup = { label: string; items: MenuItem[] }

/** The item whose address leads to this page: the longest one that it begins with. Home leads to itself alone. */
function currentHref(pathname: string, items: MenuItem[]): string | undefined {
  const leading = items.filter(
    ({ key, href }) => pathname === href || (key !== 'home' && pathname.startsWith(`${href}/`)),
  )
  return leading.toSorted((a, b) => b.href.length - a.href.length)[0]?.href
}

/** The grouped menu on the left, or behind the menu button of a phone. */
export function MenuLinks({ groups }: { groups: MenuGroup[] }) {
  const current = currentHref(
    usePathname(),
    groups.flatMap((group) => group.items),
  )
  return (
    <div className="flex flex-col gap-4">
      {groups.map((group) => (
        <div key={group.label}>
          <p className="px-3 py-1 text-xs text-muted">{group.label}</p>
          <ul>
            {group.items.map(({ key, href, label, count }) => {
              const Icon = icons[key]
              return (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={href === current ? 'page' : undefined}
                    className="flex min-h-9 items-center gap-2.5 rounded-md px-3 text-sm hover:bg-sunken aria-[current=page]:bg-primary-soft aria-[current=page]:font-bold aria-[current=page]:text-primary pointer-coarse:min-h-(--target)"
                  >
                    <Icon aria-hidden className="size-4 shrink-0" />
                    {label}
                    {Boolean(count) && (
                      <span className="ml-auto rounded-full bg-primary-soft px-2 text-xs font-bold text-primary">
                        {count}
                      </span>
                    )}
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** Five things within reach of a thumb. */
export function BottomBar({ items, label }: { items: MenuItem[]; label: string }) {
  const current = currentHref(usePathname(), items)
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="flex">
        {items.map(({ key, href, label: name }) => {
          const Icon = icons[key]
          return (
            <li key={href} className="flex-1">
              <Link
                href={href}
                prefetch={false}
                aria-current={href === current ? 'page' : undefined}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-bold aria-[current=page]:text-primary"
              >
                <Icon aria-hidden className="size-5" />
                {name}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
