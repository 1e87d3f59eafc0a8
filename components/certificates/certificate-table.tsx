import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { CertificateRow } from '@/lib/certificates/queries'
import { certificateState } from '@/lib/certificates/rules'
import { fromDate, type Day } from '@/lib/core/clock'
import { formatDay } from '@/lib/text/format'

const tones = { VALID: 'success', EXPIRED: 'warning', REVOKED: 'danger' } as const

type Props = {
  rows: CertificateRow[]
  today: Day
  /** Of many trainings: which one stands in each row. */
  isOfMany?: boolean
  /** Under it each certificate has a page on which it is revoked; for whoever may. */
  managePath?: string
}

export async function CertificateTable({ rows, today, isOfMany = false, managePath }: Props) {
  const t = await getTranslations('certificates')
  const heads = [
    t('field.number'),
    t('field.name'),
    isOfMany ? t('field.course') : t('field.enterprise'),
    t('field.hours'),
    ...(isOfMany ? [t('field.heldOn')] : []),
    t('field.validUntil'),
    t('field.state'),
    t('actions'),
  ]
  return (
    <Table label={t('title')} isCards>
      <Heads heads={heads} />
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            today={today}
            isOfMany={isOfMany}
            {...(managePath && !row.revokedAt && { manageHref: `${managePath}/${row.id}` })}
          />
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = { row: CertificateRow; today: Day; isOfMany: boolean; manageHref?: string }

async function Row({ row, today, isOfMany, manageHref }: RowProps) {
  const [t, locale] = await Promise.all([getTranslations('certificates'), getLocale()])
  const { number, name, validUntil } = row
  const state = certificateState(row, today)
  return (
    <tr>
      <LabelledTd label={t('field.number')}>{number}</LabelledTd>
      <LabelledTd label={t('field.name')}>{name}</LabelledTd>
      <LabelledTd label={isOfMany ? t('field.course') : t('field.enterprise')}>
        {isOfMany ? row.course : row.enterpriseName}
      </LabelledTd>
      <LabelledTd label={t('field.hours')}>{row.hours}</LabelledTd>
      {isOfMany && <LabelledTd label={t('field.heldOn')}>{formatDay(locale, fromDate(row.heldOn))}</LabelledTd>}
      <LabelledTd label={t('field.validUntil')}>
        {validUntil ? formatDay(locale, fromDate(validUntil)) : t('withoutEnd')}
      </LabelledTd>
      <LabelledTd label={t('field.state')}>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      </LabelledTd>
      <td>
        <span className="flex flex-wrap gap-x-3">
          <a
            href={`/api/certificates/${row.id}/certificate.pdf`}
            className="link"
            aria-label={t('downloadOf', { name, number })}
          >
            {t('download')}
          </a>
          <Link href={`/verify/${row.code}`} prefetch={false} className="link" aria-label={t('verifyOf', { number })}>
            {t('verify')}
          </Link>
          {manageHref && (
            <Link href={manageHref} prefetch={false} className="link" aria-label={t('manageOf', { name, number })}>
              {t('manage')}
            </Link>
          )}
        </span>
      </td>
    </tr>
  )
}
