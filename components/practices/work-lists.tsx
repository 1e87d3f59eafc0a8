import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { DataTable } from '@/components/list/data-table'
import { PracticeVersionState } from '@/lib/core/prisma/enums'
import type { OwnPractice, WaitingVersion } from '@/lib/practices/list-queries'
import { shareClasses } from '@/lib/practices/rules'
import { formatStamp } from '@/lib/text/format'

const href = '/portal/practices/{id}'

/** The enterprise's own, drafts first to be found. */
export async function OwnPractices({ rows }: { rows: OwnPractice[] }) {
  const t = await getTranslations('practices')
  if (rows.length === 0) return <EmptyState kind="nothing" title={t('list.ownEmpty')} text={t('list.ownEmptyText')} />
  const states = Object.values(PracticeVersionState)
  return (
    <DataTable
      id="own-practices"
      label={t('list.own')}
      columns={[
        { key: 'title', label: t('field.title'), kind: 'link', href, isTitle: true, isLong: true },
        {
          key: 'state',
          label: t('field.state'),
          kind: 'badge',
          labels: Object.fromEntries(states.map((state) => [state, t(`state.${state}`)])),
          tones: { DRAFT: 'warning', IN_REVIEW: 'primary', RETURNED: 'danger', PUBLISHED: 'success' },
        },
        { key: 'version', label: t('field.version') },
        { key: 'class', label: t('field.shareClass') },
        { key: 'adopted', label: t('field.adopted'), kind: 'number', align: 'right' },
        { key: 'savedAt', label: t('field.savedAt') },
      ]}
      rows={rows.map(({ id, versions: [last], ...row }) => [
        id,
        last?.title || t('list.untitled'),
        last?.state ?? 'DRAFT',
        t('detail.version', { number: String(last?.number ?? 1) }),
        row.publishedAt ? t(`shareClass.${row.shareClass}`) : '—',
        row.adoptedCount,
        last ? formatStamp(last.savedAt) : '',
      ])}
    />
  )
}

/** What waits for a review, or for the bureau's publication. */
export async function WaitingPractices({ rows }: { rows: WaitingVersion[] }) {
  const t = await getTranslations('practices')
  if (rows.length === 0) return <EmptyState kind="nothing" title={t('list.waitingEmpty')} />
  return (
    <DataTable
      id="waiting-practices"
      label={t('list.reviews')}
      columns={[
        {
          key: 'title',
          label: t('field.title'),
          kind: 'link',
          href: `${href.replace('{id}', '{practice}')}`,
          isTitle: true,
          isLong: true,
        },
        { key: 'owner', label: t('field.owner'), isLong: true },
        { key: 'version', label: t('field.version') },
        {
          key: 'class',
          label: t('field.shareClass'),
          labels: Object.fromEntries(shareClasses.map((value) => [value, t(`shareClass.${value}`)])),
        },
        { key: 'handedInAt', label: t('field.handedInAt') },
        { key: 'practice', label: '' },
      ]}
      rows={rows.map(({ id, practice, ...row }) => [
        id,
        row.title,
        practice.enterprise.name,
        t('detail.version', { number: String(row.number) }),
        row.shareClass,
        row.handedInAt ? formatStamp(row.handedInAt) : '',
        practice.id,
      ])}
    />
  )
}
