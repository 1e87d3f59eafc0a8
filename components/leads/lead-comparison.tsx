import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import type { ComparedLead } from '@/lib/alliances/candidate-queries'
import { formatDay, formatNumber } from '@/lib/text/format'

/** Came by mandate, of what was offered. */
export type Came = { byMandate: number; offered: number }

export type ComparedRow = ComparedLead & { lastYear: Came; thisYear: Came }

type Props = { rows: ComparedRow[]; year: number; today: string; path: string }

/** Members beside each other, criterion by criterion as the notice names them. */
export async function LeadComparison({ rows, year, today, path }: Props) {
  const t = await getTranslations('memberships.compare')
  const lines = await linesOf(year, today)
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <Th>{t('criterion')}</Th>
          {rows.map((row) => (
            <Th key={row.id} className="min-w-40 whitespace-normal">
              {row.name} {row.isLead && <Badge tone="primary">{t('isLead')}</Badge>}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, criterion, cell }) => (
          <tr key={label}>
            <th scope="row" className="text-left font-normal">
              <span className="block text-xs text-muted">{criterion}</span>
              {label}
            </th>
            {rows.map((row) => (
              <td key={row.id}>{cell(row)}</td>
            ))}
          </tr>
        ))}
        <tr className="no-print">
          <th scope="row" />
          {rows.map((row) => (
            <td key={row.id}>
              <Link href={`${path}/appoint?enterprise=${row.id}`} prefetch={false} className="link">
                {t('choose')}
              </Link>
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}

type Line = { criterion: string; label: string; cell: (row: ComparedRow) => ReactNode }

async function linesOf(year: number, today: string): Promise<Line[]> {
  const [t, members, lead, words, locale] = await Promise.all([
    getTranslations('memberships.compare'),
    getTranslations('memberships.members'),
    getTranslations('memberships.lead'),
    getTranslations('enterprises'),
    getLocale(),
  ])
  const none = '—'
  const [size, safety, likeness, share] = [t('size'), t('safety'), t('likeness'), t('share')]
  const came = ({ byMandate, offered }: Came) => `${byMandate}/${offered}`
  return [
    {
      criterion: size,
      label: members('size'),
      cell: (row) => (row.sizeClass ? words(`sizeClass.${row.sizeClass}`) : none),
    },
    {
      criterion: size,
      label: lead('employees'),
      cell: ({ employees }) => (employees === null ? none : formatNumber(employees)),
    },
    {
      criterion: safety,
      label: members('standardization'),
      cell: ({ standardizationLevel: level, standardizationValidTo: end }) => (
        <span className="flex flex-col items-start">
          {level ? words(`standardizationLevel.${level}`) : none}
          {end && end >= today && (
            <span className="text-xs text-muted">{t('until', { day: formatDay(locale, end) })}</span>
          )}
          {end && end < today && <Badge tone="warning">{t('ranOut', { day: formatDay(locale, end) })}</Badge>}
        </span>
      ),
    },
    {
      criterion: safety,
      label: lead('hazard'),
      cell: ({ majorHazardLevel: level }) => (level ? words(`majorHazardLevel.${level}`) : none),
    },
    {
      criterion: safety,
      label: t('licences'),
      cell: ({ licences }) => (
        <span className="flex flex-col items-start">
          {t('licencesValid', { count: licences.valid })}
          {licences.soonest && (
            <span className="text-xs text-muted">{t('soonest', { day: formatDay(locale, licences.soonest) })}</span>
          )}
          {licences.expired > 0 && <Badge tone="warning">{t('licencesExpired', { count: licences.expired })}</Badge>}
        </span>
      ),
    },
    { criterion: likeness, label: t('business'), cell: ({ businessKind }) => words(`businessKind.${businessKind}`) },
    { criterion: likeness, label: t('industry'), cell: ({ industryCode }) => industryCode ?? none },
    {
      criterion: likeness,
      label: members('jurisdiction'),
      cell: ({ supervisingJurisdiction: place }) => (locale === 'en' ? place.nameEn : place.shortName),
    },
    { criterion: share, label: t('came', { year: String(year - 1) }), cell: ({ lastYear }) => came(lastYear) },
    { criterion: share, label: t('came', { year: String(year) }), cell: ({ thisYear }) => came(thisYear) },
    { criterion: share, label: t('topics'), cell: ({ topics }) => `${topics.done}/${topics.all}` },
    { criterion: share, label: t('timesLead'), cell: ({ timesLead }) => timesLead },
    { criterion: share, label: members('joinedOn'), cell: ({ joinedOn }) => joinedOn },
  ]
}
