import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Tabs } from '@/components/list/tabs'
import { Badge, type Tone } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { daysBetween, type Day } from '@/lib/core/clock'
import type { Page } from '@/lib/core/paging'
import type { EndingLicence } from '@/lib/registry/licence-queries'
import { licenceRungs, type LicenceRung } from '@/lib/registry/rules'
import { formatNumber, formatStamp } from '@/lib/text/format'

const path = '/portal/enterprises/licences'

const tones: Record<LicenceRung, Tone> = { EXPIRED: 'danger', D7: 'danger', D30: 'warning', D90: 'neutral' }

type Props = {
  page: Page<EndingLicence>
  counts: Record<LicenceRung, number>
  rung: LicenceRung
  query: Query
  today: Day
}

/** The ladder: what is over, and what ends in 7, 30 and 90 days. */
export async function EndingLicences({ page, counts, rung, query, today }: Props) {
  const [t, list] = await Promise.all([getTranslations('registry.licences'), getTranslations('enterprises.list')])
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: '/portal/enterprises', label: list('title') }]}
        note={t('note')}
      />
      <Tabs
        label={t('rungs')}
        tabs={licenceRungs.map((value) => ({
          href: `${path}?within=${value}`,
          label: t(`rung.${value}`),
          count: formatNumber(counts[value]),
          isCurrent: value === rung,
        }))}
      />
      {page.rows.length > 0 ? (
        <LicenceLines rows={page.rows} rung={rung} today={today} />
      ) : (
        <EmptyState kind="nothing" title={t(rung === 'EXPIRED' ? 'noneExpired' : 'none')} />
      )}
      <Pager path={path} query={query} total={counts[rung]} previous={page.previous} next={page.next} />
    </>
  )
}

async function LicenceLines({ rows, rung, today }: { rows: EndingLicence[]; rung: LicenceRung; today: Day }) {
  const [t, words, field, locale] = await Promise.all([
    getTranslations('registry.licences'),
    getTranslations('enterprises'),
    getTranslations('imports.field'),
    getLocale(),
  ])
  const left = (validTo: Day) => {
    const days = daysBetween(today, validTo)
    return days < 0 ? t('over', { days: -days }) : t('left', { days })
  }
  return (
    <Table label={t('title')} isCards>
      <thead>
        <tr>
          <Th>{field('name')}</Th>
          <Th>{field('jurisdiction')}</Th>
          <Th>{field('licenceKind')}</Th>
          <Th>{field('licenceNumber')}</Th>
          <Th>{field('licenceValidTo')}</Th>
          <Th>{t('daysLeft')}</Th>
          <Th>{t('toldAt')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kind, number, validTo, enterprise, toldAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/portal/enterprises/${enterprise.id}`} prefetch={false} className="link">
                {enterprise.name}
              </Link>
            </th>
            <LabelledTd label={field('jurisdiction')}>
              {locale === 'en' ? enterprise.jurisdiction.nameEn : enterprise.jurisdiction.shortName}
            </LabelledTd>
            <td>{words(`licenceKind.${kind}`)}</td>
            <LabelledTd label={field('licenceNumber')}>{number}</LabelledTd>
            <LabelledTd label={field('licenceValidTo')}>{validTo}</LabelledTd>
            <td>
              <Badge tone={tones[rung]}>{left(validTo)}</Badge>
            </td>
            <LabelledTd label={t('toldAt')}>{toldAt ? formatStamp(toldAt) : <span className="e">—</span>}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
