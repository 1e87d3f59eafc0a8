import { Lock, LockOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { PracticeShareClass, PracticeVersionState } from '@/lib/core/prisma/enums'

/** Who may read it: beside every text and every file (四(二)). */
export function ShareChip({ shareClass }: { shareClass: PracticeShareClass }) {
  const t = useTranslations('practices')
  const Icon = shareClass === 'PUBLIC' ? LockOpen : Lock
  return (
    <span title={t(`shareClassHint.${shareClass}`)}>
      <Badge tone={shareClass === 'OWN' ? 'warning' : 'primary'}>
        <Icon aria-hidden className="size-3" />
        {t(`shareClass.${shareClass}`)}
      </Badge>
    </span>
  )
}

const tones = {
  DRAFT: 'warning',
  IN_REVIEW: 'primary',
  RETURNED: 'danger',
  RECALLED: 'neutral',
  PUBLISHED: 'success',
  REPLACED: 'neutral',
  WITHDRAWN: 'neutral',
} as const

export function VersionBadge({ state }: { state: PracticeVersionState }) {
  const t = useTranslations('practices.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
