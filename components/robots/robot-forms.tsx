'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { PlainForm } from '@/components/form/plain-form'
import { removeRobot, sendRobotMessageAgain, setRobot, testRobot } from '@/lib/robots/actions'
import { robotAddressLengthMax } from '@/lib/robots/rules'

/** What is kept of the address is its key, which is never shown again. */
export function SetRobotForm({ allianceId, isSet }: { allianceId: string; isSet: boolean }) {
  const t = useTranslations('robots')
  return (
    <PlainForm
      id="robot"
      action={setRobot}
      hidden={{ allianceId }}
      fields={[
        {
          name: 'address',
          label: t('address'),
          hint: t('addressHint'),
          inputMode: 'url',
          autoComplete: 'off',
          maxLength: robotAddressLengthMax,
        },
      ]}
      submitLabel={isSet ? t('replace') : t('set')}
      variant={isSet ? 'secondary' : 'primary'}
    />
  )
}

export function RobotButtons({ allianceId, name }: { allianceId: string; name: string }) {
  const t = useTranslations('robots')
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton action={testRobot} input={{ allianceId }} label={t('test')} say={t('tested')} />
      <ActionButton
        action={removeRobot}
        input={{ allianceId }}
        label={t('remove')}
        confirm={{
          title: t('removeTitle', { name }),
          text: t('removeText'),
          confirmLabel: t('remove'),
          tone: 'danger',
        }}
        say={t('removed')}
      />
    </div>
  )
}

export function SendAgainButton({ id }: { id: string }) {
  const t = useTranslations('robots')
  return (
    <ActionButton action={sendRobotMessageAgain} input={{ id }} label={t('again')} size="small" say={t('queued')} />
  )
}
