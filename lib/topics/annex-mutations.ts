import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { refuseUnless } from '@/lib/core/result'
import { annexYear } from './rules'
import type { TopicYearSubject } from './subject-queries'

/** Takes the topic that the notice's annex suggests for the alliance into a year; one that is there stays as it is. */
export async function copyAnnexTopics(tx: Tx, year: TopicYearSubject): Promise<Outcome<{ copied: number }>> {
  refuseUnless(year.state !== 'CLOSED', 'TOPIC_YEAR_CLOSED')
  const annex = await tx.topic.findMany({
    where: { source: 'ANNEX', allianceYear: { allianceId: year.allianceId, year: annexYear } },
    select: { title: true, source: true },
    orderBy: { id: 'asc' },
  })
  const copied = await tx.topic.createManyAndReturn({
    data: annex.map((topic) => ({ ...topic, allianceYearId: year.id, updatedAt: now() })),
    skipDuplicates: true,
    select: { title: true },
  })
  if (copied.length === 0) return { data: { copied: 0 }, record: null }
  return {
    data: { copied: copied.length },
    record: {
      subjectType: 'allianceYear',
      subjectId: year.id,
      subjectLabel: `${year.alliance.name} ${year.year}`,
      changes: { topics: [[], copied.map(({ title }) => title)] },
    },
  }
}
