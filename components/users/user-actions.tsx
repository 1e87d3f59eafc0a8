'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { disableUser, enableUser, endAppointment, issueLink } from '@/lib/users/actions'
import { LinkNotice, type Delivered } from './link-notice'

type Person = { id: string; name: string }

export function DisableUserButton({ user }: { user: Person }) {
  const t = useTranslations('users.detail')
  return (
    <ActionButton
      action={disableUser}
      input={{ userId: user.id }}
      label={t('disable')}
      variant="danger"
      say={t('disabled')}
      confirm={{
        title: t('disableTitle', { name: user.name }),
        text: t('disableText'),
        confirmLabel: t('disable'),
        tone: 'danger',
      }}
    />
  )
}

export function EnableUserButton({ user }: { user: Person }) {
  const t = useTranslations('users.detail')
  return <ActionButton action={enableUser} input={{ userId: user.id }} label={t('enable')} say={t('enabled')} />
}

type EndProps = { appointmentId: string; office: string; today: string }

export function EndAppointmentButton({ appointmentId, office, today }: EndProps) {
  const t = useTranslations('users.detail')
  return (
    <ActionButton
      action={endAppointment}
      input={{ appointmentId, endsOn: today }}
      label={t('end')}
      size="small"
      variant="quiet"
      say={t('ended')}
      confirm={{ title: t('endTitle'), text: t('endText', { office }), confirmLabel: t('end'), tone: 'danger' }}
    />
  )
}

/** A new invitation or reset link; shown in place, once. */
export function IssueLinkButton({ user, isActivated }: { user: Person; isActivated: boolean }) {
  const t = useTranslations('users.link')
  const words = useFailureWords()
  const [delivered, setDelivered] = useState<Delivered | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)

  const issue = async () => {
    if (isPending) return
    setPending(true)
    const answer = await answerOf(() => issueLink({ userId: user.id }))
    setPending(false)
    setProblem(answer.ok ? null : words.ofRefusal(answer))
    setDelivered(answer.ok ? answer.data : null)
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button isPending={isPending} onClick={() => void issue()}>
        {isActivated ? t('renewReset') : t('renewInvitation')}
      </Button>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {delivered && <LinkNotice name={user.name} delivered={delivered} />}
    </div>
  )
}
