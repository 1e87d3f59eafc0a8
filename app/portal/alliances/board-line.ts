import type { BoardLine } from '@/components/alliances/alliance-board'
import type { Day } from '@/lib/core/clock'
import type { AllianceOverview } from '@/lib/alliances/year-queries'
import type { Locale } from '@/lib/text/locale'
import { isStale } from '@/lib/topics/rules'

/** An overview as the board draws it: the name in the reader's language, the topics counted. */
export function boardLine(overview: AllianceOverview, locale: Locale, today: Day): BoardLine {
  const kept = overview.topics.filter(({ state }) => state !== 'DROPPED')
  const isOpen = overview.year?.state === 'RUNNING'
  return {
    ...overview,
    title: locale === 'en' ? overview.nameEn : overview.name,
    topicCount: {
      all: kept.length,
      done: kept.filter(({ state }) => state === 'DONE').length,
      stale: isOpen ? kept.filter((topic) => isStale(topic, today)).length : 0,
    },
  }
}
