'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { closeActivity, holdActivity, publishActivity } from '@/lib/activities/actions'
import { canBecome, isEditable, takesCheckIns } from '@/lib/activities/rules'
import type { ActivityState } from '@/lib/core/prisma/enums'

type Props = { id: string; title: string; state: ActivityState; isBegun: boolean }

/** What whoever runs an activity can do with it next; the one step forward is the primary button. */
export function ActivityActions({ id, title, state, isBegun }: Props) {
  const t = useTranslations('activities.detail')
  const checkIn = useTranslations('checkIn.projector')
  const path = `/portal/activities/${id}`
  const input = { id }
  return (
    <>
      {isEditable({ state }) && <ButtonLink href={`${path}/edit`}>{t('edit')}</ButtonLink>}
      {state === 'PUBLISHED' && !isBegun && <ButtonLink href={`${path}/postpone`}>{t('postpone')}</ButtonLink>}
      {canBecome(state, 'CANCELLED') && <ButtonLink href={`${path}/cancel`}>{t('cancel')}</ButtonLink>}
      {takesCheckIns({ state }) && <ButtonLink href={`${path}/projector`}>{checkIn('open')}</ButtonLink>}
      {state === 'DRAFT' && (
        <ActionButton
          action={publishActivity}
          input={input}
          label={t('publish')}
          variant="primary"
          say={t('published')}
          confirm={{ title: t('publishTitle', { title }), text: t('publishText'), confirmLabel: t('publish') }}
        />
      )}
      {state === 'PUBLISHED' && isBegun && (
        <ActionButton action={holdActivity} input={input} label={t('hold')} variant="primary" say={t('held')} />
      )}
      {state === 'HELD' && (
        <ActionButton
          action={closeActivity}
          input={input}
          label={t('close')}
          variant="primary"
          say={t('closed')}
          confirm={{ title: t('closeTitle', { title }), text: t('closeText'), confirmLabel: t('close') }}
        />
      )}
    </>
  )
}
