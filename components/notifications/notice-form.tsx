'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/form/plain-form'
import type { NotificationGroup, NotificationWay } from '@/lib/core/prisma/enums'
import { chooseOwnNotices } from '@/lib/notifications/actions'

type Props = { choices: { group: NotificationGroup; way: NotificationWay }[]; ways: NotificationWay[] }

/** One way for each group; works without script. */
export function NoticeForm({ choices, ways }: Props) {
  const t = useTranslations('notifications.choices')
  return (
    <PlainForm
      id="notices"
      action={chooseOwnNotices}
      fields={choices.map(({ group, way }) => ({
        name: group,
        label: t(`group.${group}`),
        hint: t(`what.${group}`),
        initial: way,
        isRow: true,
        choices: ways.map((value) => ({ value, label: t(`way.${value}`) })),
      }))}
      submitLabel={t('save')}
    />
  )
}
