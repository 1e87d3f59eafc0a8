'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { restoreInvitation, revokeInvitation } from '@/lib/invitations/actions'

/** The link of one person: open it for a firm that telephones, copy it into a chat, or shut it. */
export function LinkSwitch({ id, path, person }: { id: string; path: string | null; person: string }) {
  const t = useTranslations('invitations.list')
  const input = { id }
  const restore = { action: restoreInvitation, input }
  if (path === null)
    return (
      <span className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{t('linkOff')}</span>
        <ActionButton {...restore} label={t('restore')} size="small" say={t('restored')} />
      </span>
    )
  return (
    <span className="flex flex-wrap items-center gap-2">
      <a href={path} target="_blank" rel="noreferrer" aria-label={`${t('linkOpen')} · ${person}`}>
        {t('linkOpen')}
      </a>
      <ActionButton
        action={revokeInvitation}
        input={input}
        label={t('revoke')}
        size="small"
        say={t('revoked')}
        undo={restore}
      />
    </span>
  )
}
