import { Check } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { noteAnnouncement } from '@/lib/announcements/actions'
import { formatInstant } from '@/lib/text/format'

type Props = { id: string; note: { at: Date; name: string } | null; isForFirm: boolean }

/** Noted by a press, never by opening the page; afterwards it says who did so and when. */
export async function NoteButton({ id, note, isForFirm }: Props) {
  const [t, locale] = await Promise.all([getTranslations('announcements.note'), getLocale()])
  if (note) {
    const at = formatInstant(locale, note.at)
    return (
      <p className="flex items-center gap-1.5 text-sm text-success">
        <Check aria-hidden className="size-4 shrink-0" />
        {isForFirm ? t('firm', { name: note.name, at }) : t('own', { at })}
      </p>
    )
  }
  return (
    <div>
      <Words>
        <ActionButton action={noteAnnouncement} input={{ id }} label={t('button')} variant="primary" say={t('done')} />
      </Words>
    </div>
  )
}
