import { getTranslations } from 'next-intl/server'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import type { Estate } from '@/lib/handovers/estate-queries'

/** What will pass to the successor, by kind; what there is none of is not named. */
export async function EstateList({ estate }: { estate: Estate }) {
  const [t, kinds] = await Promise.all([getTranslations('handovers.leave'), getTranslations('enterprises.mandateKind')])
  const lines: Record<keyof Estate, string[]> = {
    posts: estate.posts.map(({ alliance }) => alliance),
    deputyPosts: estate.deputyPosts.map(({ alliance }) => alliance),
    activities: estate.activities.map(({ title }) => title),
    announcements: estate.announcements.map(({ title }) => title),
    covers: estate.covers.map(({ alliance }) => alliance),
    registrations: estate.registrations.map(({ title }) => title),
    mandates: estate.mandates.map(({ kind }) => t('mandateEnds', { kind: kinds(kind) })),
  }
  const entries = (Object.keys(lines) as (keyof Estate)[])
    .filter((key) => lines[key].length > 0)
    .map((key): Entry => ({ label: t(`item.${key}`), value: <Lines lines={lines[key]} /> }))
  if (entries.length === 0) return <p className="text-muted">{t('empty')}</p>
  return <DescriptionList entries={entries} columns={1} />
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.map((line, index) => (
      <li key={index}>{line}</li>
    ))}
  </ul>
)
