import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import { Badge, type Tone } from '@/components/ui/badge'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { EndingCertificate } from '@/lib/certificates/ending-queries'
import { certificateRungs, type CertificateRung } from '@/lib/certificates/rules'
import { daysBetween, type Day } from '@/lib/core/clock'
import type { Page } from '@/lib/core/paging'
import { formatNumber } from '@/lib/text/format'

const path = '/portal/certificates'

const tones: Record<CertificateRung, Tone> = { D30: 'warning', D90: 'neutral', EXPIRED: 'danger' }

type Props = {
  page: Page<EndingCertificate>
  counts: Record<CertificateRung, number>
  rung: CertificateRung
  query: Query
  today: Day
  /** Which of the enterprises the reader may open. */
  opens: Set<string>
}

/** Whose certificate ends within 90 days, and whose has ended. */
export async function EndingCertificates({ page, counts, rung, query, today, opens }: Props) {
  const t = await getTranslations('certificates.ending')
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs
        label={t('rungs')}
        tabs={certificateRungs.map((value) => ({
          href: `${path}?within=${value}`,
          label: t(`rung.${value}`),
          count: formatNumber(counts[value]),
          isCurrent: value === rung,
        }))}
      />
      {page.rows.length > 0 ? (
        <Lines rows={page.rows} tone={tones[rung]} today={today} opens={opens} />
      ) : (
        <EmptyState kind="nothing" title={t(rung === 'EXPIRED' ? 'noneExpired' : 'none')} text={t('noneText')} />
      )}
      <Pager path={path} query={query} total={counts[rung]} previous={page.previous} next={page.next} />
    </>
  )
}

type LinesProps = { rows: EndingCertificate[]; tone: Tone; today: Day; opens: Set<string> }

async function Lines({ rows, tone, today, opens }: LinesProps) {
  const [t, field] = await Promise.all([getTranslations('certificates.ending'), getTranslations('certificates.field')])
  const left = (validUntil: Day) => {
    const days = daysBetween(today, validUntil)
    return days < 0 ? t('over', { days: -days }) : t('left', { days })
  }
  const heads = [
    field('name'),
    field('enterprise'),
    field('course'),
    field('hours'),
    field('number'),
    field('validUntil'),
    t('daysLeft'),
  ]
  return (
    <Table label={t('title')} isCards>
      <Heads heads={heads} />
      <tbody>
        {rows.map(({ id, name, enterpriseId, enterpriseName, course, hours, number, validUntil }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <LabelledTd label={field('enterprise')}>
              {opens.has(enterpriseId) ? (
                <Link href={`/portal/enterprises/${enterpriseId}`} prefetch={false} className="link">
                  {enterpriseName}
                </Link>
              ) : (
                enterpriseName
              )}
            </LabelledTd>
            <LabelledTd label={field('course')}>{course}</LabelledTd>
            <LabelledTd label={field('hours')}>{hours}</LabelledTd>
            <LabelledTd label={field('number')}>{number}</LabelledTd>
            <LabelledTd label={field('validUntil')}>{validUntil}</LabelledTd>
            <td>
              <Badge tone={tone}>{left(validUntil)}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
