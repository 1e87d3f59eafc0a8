import { AnnouncementActions } from '@/components/announcements/announcement-actions'
import { AnnouncementFacts } from '@/components/announcements/announcement-facts'
import { AnnouncementText } from '@/components/announcements/announcement-text'
import { NoteButton } from '@/components/announcements/note-button'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { AudienceLink } from '@/components/visibility/audience-link'
import { Badge } from '@/components/ui/badge'
import { canNoteAnnouncement } from '@/lib/announcements/policy'
import { getOwnNote } from '@/lib/announcements/queries'
import { countReaders } from '@/lib/announcements/reader-queries'
import { isPinned } from '@/lib/announcements/rules'
import { pageTitle } from '@/lib/text/page-title'
import { openAnnouncement, type AnnouncementParams } from '../announcement'
import { Files } from '../files'

type Props = { params: AnnouncementParams; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('announcements.title')

export default async function AnnouncementPage({ params, searchParams }: Props) {
  const { actor, announcement, t, crumbs } = await openAnnouncement(params)
  const mayNote = canNoteAnnouncement(actor, announcement)
  const [readers, note, query] = await Promise.all([
    countReaders(actor, announcement),
    mayNote ? getOwnNote(actor, announcement.id) : null,
    searchParams,
  ])
  const pinned = isPinned(announcement.pinnedUntil, actor.today)

  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{announcement.title}</span>}
        crumbs={crumbs}
        note={
          <>
            {readers && <Badge>{t(`state.${announcement.state}`)}</Badge>}
            {pinned && <Badge tone="primary">{t('list.pinned')}</Badge>}
          </>
        }
        actions={readers && <AnnouncementActions announcement={announcement} isPinned={pinned} />}
      />
      <AnnouncementFacts announcement={announcement} readers={readers} />
      <AudienceLink kind="announcement" id={announcement.id} />
      <AnnouncementText body={announcement.body} />
      <Files actor={actor} announcement={announcement} problem={queryValue(query, 'problem') ?? null} />
      {mayNote && <NoteButton id={announcement.id} note={note} isForFirm={actor.hat.kind === 'ENTERPRISE'} />}
    </>
  )
}
