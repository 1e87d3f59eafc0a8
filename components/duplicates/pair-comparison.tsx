import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { Compared, Comparison } from '@/lib/duplicates/queries'
import { formatNumber, formatStamp } from '@/lib/text/format'
import { DistinctForm, WithdrawButton } from './distinct-form'
import { comparisonLines } from './comparison-lines'

/** Two entries beside each other, and what may be found of them. */
export async function PairComparison({ comparison }: { comparison: Comparison }) {
  const [t, list] = await Promise.all([getTranslations('duplicates'), getTranslations('enterprises.list')])
  const { first, second, signs, said } = comparison
  return (
    <Words of={['duplicates']}>
      <PageHeader
        title={t('compareTitle')}
        crumbs={[
          { href: '/portal/enterprises', label: list('title') },
          { href: '/portal/enterprises/duplicates', label: t('title') },
        ]}
      />
      {signs.length === 0 ? (
        <Banner tone="info">{t('noSigns')}</Banner>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {t('signs')}
          {signs.map((sign) => (
            <Badge key={sign} tone="warning">
              {t(`sign.${sign}`)}
            </Badge>
          ))}
        </p>
      )}
      <SideBySide first={first} second={second} />
      {said ? (
        <Section title={t('distinct')}>
          <p>{t('saidBy', { at: formatStamp(said.createdAt), name: said.saidBy, reason: said.reason })}</p>
          <WithdrawButton pairId={said.id} />
        </Section>
      ) : (
        <Findings first={first} second={second} />
      )}
    </Words>
  )
}

async function SideBySide({ first, second }: { first: Compared; second: Compared }) {
  const [t, lines] = await Promise.all([getTranslations('duplicates'), comparisonLines(first, second)])
  return (
    <Table label={t('compareTitle')} isCards>
      <thead>
        <tr>
          <Th>{t('item')}</Th>
          <Th>{t('first')}</Th>
          <Th>{t('second')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, values }) => {
          const [one, other] = values.map((value) => (typeof value === 'number' ? formatNumber(value) : value))
          return (
            <tr key={label}>
              <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
                {label}
                {one !== other && <span className="ms-2 text-sm font-normal text-muted">{t('differs')}</span>}
              </th>
              <LabelledTd label={t('first')} className="l max-sm:w-full">
                {one}
              </LabelledTd>
              <LabelledTd label={t('second')} className="l max-sm:w-full">
                {other}
              </LabelledTd>
            </tr>
          )
        })}
        <tr>
          <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
            {t('dossier')}
          </th>
          {[first, second].map(({ id }, index) => (
            <LabelledTd key={id} label={t(index === 0 ? 'first' : 'second')}>
              <Link href={`/portal/enterprises/${id}`} prefetch={false} className="link">
                {t('see')}
              </Link>
            </LabelledTd>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}

async function Findings({ first, second }: { first: Compared; second: Compared }) {
  const [t, merges] = await Promise.all([getTranslations('duplicates'), getTranslations('merges')])
  return (
    <>
      <Section title={t('oneTitle')}>
        <p className="text-muted">{merges('startText')}</p>
        <p>
          <ButtonLink href={`/portal/enterprises/duplicates/${first.id}/${second.id}/merge`}>
            {merges('start')}
          </ButtonLink>
        </p>
      </Section>
      <Section title={t('distinctTitle')}>
        <p className="text-muted">{t('distinctText')}</p>
        <DistinctForm firstId={first.id} secondId={second.id} />
      </Section>
    </>
  )
}
