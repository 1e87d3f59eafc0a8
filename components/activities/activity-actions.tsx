'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { closeActivity, holdActivity } from '@/lib/activities/actions'
import { canBecome, isEditable } from '@/lib/activities/rules'
import type { ActivityState } from '@/lib/core/prisma/enums'

type Props = {
  id: string
  title: string
  state: ActivityState
  isBegun: boolean
  /** `edit`: whether the actor runs the activity. The others say which doors of the check-in are there for them. */
  can: {
    edit: boolean
    desk: boolean
    projector: boolean
    list: boolean
    invitations: boolean
    notice: boolean
    minutes: boolean
  }
}

/** What can be done with an activity: its check-in in sight, the rarer things in a menu, the one step forward as the primary button. */
export function ActivityActions({ id, title, state, isBegun, can }: Props) {
  const t = useTranslations('activities.detail')
  const path = `/portal/activities/${id}`
  return (
    <>
      {can.desk && <ButtonLink href={`${path}/door`}>{t('door')}</ButtonLink>}
      {can.projector && <ButtonLink href={`${path}/projector`}>{t('projector')}</ButtonLink>}
      {can.list && <ButtonLink href={`${path}/check-in`}>{t('attendance')}</ButtonLink>}
      <Others path={path} id={id} state={state} isBegun={isBegun} can={can} />
      {can.edit && <NextStep id={id} title={title} state={state} isBegun={isBegun} />}
    </>
  )
}

const itemClass = 'flex min-h-9 items-center px-3 text-ink hover:bg-sunken pointer-coarse:min-h-(--target)'

/** One or two stand in sight; more of them go into a menu. */
function Others({ path, id, state, isBegun, can }: Omit<Props, 'title'> & { path: string }) {
  const t = useTranslations('activities.detail')
  const files = [
    { href: `/api/activities/${id}/calendar.ics`, label: t('calendar'), isThere: true },
    { href: `/api/activities/${id}/notice.docx`, label: t('noticeFile'), isThere: can.notice },
    { href: `/api/activities/${id}/minutes.docx`, label: t('minutesFile'), isThere: can.minutes },
  ].filter(({ isThere }) => isThere)
  const pages = [
    { href: `${path}/edit`, label: t('edit'), isThere: isEditable({ state }) },
    { href: `${path}/audience`, label: t('audience'), isThere: isEditable({ state }) },
    { href: `${path}/limits`, label: t('limits'), isThere: isEditable({ state }) },
    { href: `${path}/postpone`, label: t('postpone'), isThere: state === 'PUBLISHED' && !isBegun },
    { href: `${path}/cancel`, label: t('cancel'), isThere: canBecome(state, 'CANCELLED') },
  ].filter(({ isThere }) => can.edit && isThere)
  if (can.invitations) pages.unshift({ href: `${path}/invitations`, label: t('invitations'), isThere: true })

  if (pages.length + files.length <= 3)
    return (
      <>
        {files.map(({ href, label }) => (
          <ButtonLink key={href} href={href} isDownload>
            {label}
          </ButtonLink>
        ))}
        {pages.map(({ href, label }) => (
          <ButtonLink key={href} href={href}>
            {label}
          </ButtonLink>
        ))}
      </>
    )
  return (
    <Disclosure
      summaryClass={buttonClass()}
      summary={
        <>
          {t('more')}
          <ChevronDown aria-hidden className="size-4" />
        </>
      }
    >
      <ul className="absolute right-0 z-20 mt-1 min-w-40 rounded-md border border-input bg-surface py-1">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className={itemClass}>
              {label}
            </a>
          </li>
        ))}
        {files.map(({ href, label }) => (
          <li key={href}>
            <a href={href} download className={itemClass}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function NextStep({ id, title, state, isBegun }: Omit<Props, 'can'>) {
  const t = useTranslations('activities.detail')
  const input = { id }
  if (state === 'DRAFT')
    return (
      <ButtonLink href={`/portal/activities/${id}/setup`} variant="primary">
        {t('setup')}
      </ButtonLink>
    )
  if (state === 'PUBLISHED' && isBegun)
    return <ActionButton action={holdActivity} input={input} label={t('hold')} variant="primary" say={t('held')} />
  if (state === 'HELD')
    return (
      <ActionButton
        action={closeActivity}
        input={input}
        label={t('close')}
        variant="primary"
        say={t('closed')}
        confirm={{ title: t('closeTitle', { title }), text: t('closeText'), confirmLabel: t('close') }}
      />
    )
  return null
}
