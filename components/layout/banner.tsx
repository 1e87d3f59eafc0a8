import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { type ReactNode } from 'react'

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

const looks = {
  info: 'border-primary bg-primary-soft',
  success: 'border-success bg-success-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
}

/** Something to know before going on. */
export function Banner({ tone = 'info', children }: { tone?: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[tone]
  return (
    <div className={`flex items-start gap-2 rounded-md border-l-4 px-3 py-2 text-sm text-ink ${looks[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
