'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { publishActivity } from '@/lib/activities/actions'
import { passSection } from '@/lib/activities/draft-actions'
import type { DraftSection } from '@/lib/core/prisma/enums'
import { formatNumber } from '@/lib/text/format'

export function PassSectionButton({ id, section, next }: { id: string; section: DraftSection; next: string }) {
  const t = useTranslations('setup')
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton action={passSection} input={{ id, section }} label={t('pass')} variant="primary" goTo={next} />
      <ButtonLink href={next}>{t('back')}</ButtonLink>
    </div>
  )
}

type PublishProps = { id: string; version: number; title: string; people: number }

/** Publishes what was looked through: a draft that has changed meanwhile is refused. */
export function PublishButton({ id, version, title, people }: PublishProps) {
  const t = useTranslations('setup.checked')
  const count = { people: formatNumber(people) }
  return (
    <ActionButton
      action={publishActivity}
      input={{ id, version }}
      label={t('publish', count)}
      variant="primary"
      say={t('published')}
      goTo={`/portal/activities/${id}`}
      confirm={{
        title: t('publishTitle', { title }),
        text: t('publishText', count),
        confirmLabel: t('publishLabel'),
      }}
    />
  )
}
