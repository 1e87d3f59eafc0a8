import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { DistinctPairRow } from '@/lib/duplicates/queries'
import type { PairSide, SuspectedPair } from '@/lib/duplicates/suspicion-queries'
import { formatStamp } from '@/lib/text/format'
import { WithdrawButton } from './distinct-form'

type Pair = { first: PairSide; second: PairSide }

/** Both names, each with what tells it from its namesakes. */
function BothNames({ first, second }: Pair) {
  return (
    <>
      {[first, second].map(({ id, name, establishment, creditCode }) => (
        <span key={id} className="block py-0.5">
          {name}
          {establishment && <span className="font-normal text-muted"> {establishment}</span>}
          <span className="block text-sm font-normal text-muted">{creditCode}</span>
        </span>
      ))}
    </>
  )
}

async function Places({ first, second }: Pair) {
  const locale = await getLocale()
  const names = [first, second].map(({ jurisdiction }) =>
    locale === 'en' ? jurisdiction.nameEn : jurisdiction.shortName,
  )
  return [...new Set(names)].join(locale === 'en' ? ', ' : '、')
}

async function CompareLink({ first, second }: Pair) {
  const t = await getTranslations('duplicates')
  return (
    <Link href={`/portal/enterprises/duplicates/${first.id}/${second.id}`} prefetch={false} className="link">
      {t('compare')}
      <span className="sr-only">
        {first.name} {second.name}
      </span>
    </Link>
  )
}

export async function SuspectedTable({ rows }: { rows: SuspectedPair[] }) {
  const [t, common] = await Promise.all([getTranslations('duplicates'), getTranslations('common')])
  return (
    <Table label={t('title')} isCards>
      <thead>
        <tr>
          <Th>{t('pair')}</Th>
          <Th>{t('jurisdiction')}</Th>
          <Th>{t('signs')}</Th>
          <Th>{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, first, second, signs }) => (
          <tr key={place}>
            <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
              <BothNames first={first} second={second} />
            </th>
            <LabelledTd label={t('jurisdiction')}>
              <Places first={first} second={second} />
            </LabelledTd>
            <LabelledTd label={t('signs')}>
              <span className="flex flex-wrap gap-1">
                {signs.map((sign) => (
                  <Badge key={sign} tone="warning">
                    {t(`sign.${sign}`)}
                  </Badge>
                ))}
              </span>
            </LabelledTd>
            <td>
              <CompareLink first={first} second={second} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

export async function JudgedTable({ rows }: { rows: DistinctPairRow[] }) {
  const [t, common] = await Promise.all([getTranslations('duplicates'), getTranslations('common')])
  return (
    <Table label={t('distinct')} isCards>
      <thead>
        <tr>
          <Th>{t('pair')}</Th>
          <Th>{t('said')}</Th>
          <Th>{t('by')}</Th>
          <Th>{t('at')}</Th>
          <Th>{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, first, second, reason, saidBy, createdAt }) => (
          <tr key={id}>
            <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
              <BothNames first={first} second={second} />
            </th>
            <LabelledTd label={t('said')} className="l">
              {reason}
            </LabelledTd>
            <LabelledTd label={t('by')}>{saidBy}</LabelledTd>
            <LabelledTd label={t('at')}>{formatStamp(createdAt)}</LabelledTd>
            <td>
              <span className="flex flex-wrap items-center gap-3">
                <CompareLink first={first} second={second} />
                <WithdrawButton pairId={id} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
