import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Words } from '@/components/layout/words'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { Pager } from '@/components/list/pager'
import { dayOf, type Day } from '@/lib/core/clock'
import type { Page } from '@/lib/core/paging'
import type { InvitationRow } from '@/lib/invitations/list-queries'
import { formatStamp } from '@/lib/text/format'
import { LinkSwitch } from './link-switch'
import { UrgeButton } from './urge-button'

/** `today` null: no answer can be given, so nobody is urged. */
type Props = { path: string; total: number; page: Page<InvitationRow>; today: Day | null }

const tones = {
  PLACED: 'success',
  WAITING: 'warning',
  ON_LEAVE: 'neutral',
  OTHER: 'neutral',
  PARTLY: 'warning',
  NONE: 'warning',
} as const

/** Who was invited, for whom, and what came back. */
export async function InvitationList({ path, total, page, today }: Props) {
  const t = await getTranslations('invitations.list')
  if (total === 0) return <EmptyState kind="nothing" title={t('empty')} text={t('emptyText')} />
  const answers = { PLACED: '', WAITING: '', ON_LEAVE: '', OTHER: '', PARTLY: '', NONE: '' }
  for (const key of Object.keys(answers) as (keyof typeof answers)[]) answers[key] = t(`answers.${key}`)
  const columns: Column[] = [
    { key: 'person', label: t('person'), isTitle: true },
    { key: 'enterprises', label: t('enterprises'), isLong: true },
    { key: 'reading', label: t('reading') },
    { key: 'answer', label: t('answer'), kind: 'badge', labels: answers, tones },
    { key: 'urged', label: t('urged'), isNamed: true },
    { key: 'link', label: t('link'), kind: 'node', isActions: true },
  ]
  const rows: Row[] = page.rows.map(
    ({ id, person, enterprises, isRead, answer, isUnanswered, urgedAt, path: link, left }) => [
      id,
      person,
      enterprises.join('、') || t(left ? 'left' : 'none'),
      t(isRead ? 'read' : 'unread'),
      answer,
      urgedWords(urgedAt, isUnanswered && t('notUrged')),
      <span key={id} className="flex flex-wrap items-center gap-2">
        {today && isUnanswered && (!urgedAt || dayOf(urgedAt) < today) && <UrgeButton id={id} person={person} />}
        {left === 'ENDED' ? (
          <span className="text-muted">{t('linkEnded')}</span>
        ) : (
          <LinkSwitch id={id} path={link} person={person} />
        )}
      </span>,
    ],
  )
  return (
    <Words of={['invitations']}>
      <DataTable id="invitations" label={t('title')} columns={columns} rows={rows} />
      <Pager path={path} query={{}} total={total} previous={page.previous} next={page.next} />
    </Words>
  )
}

const urgedWords = (urgedAt: Date | null, never: string | false): string =>
  urgedAt ? formatStamp(urgedAt) : never || ''
