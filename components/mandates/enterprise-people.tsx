import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { MandateRow } from '@/lib/enterprises/mandate-queries'
import { formatDays } from '@/lib/text/format'
import { EndMandateButton } from './end-mandate-button'
import { GrantMandateForm } from './grant-mandate-form'

type Props = {
  enterprise: { id: string; name: string }
  mandates: MandateRow[]
  today: string
  /** Where staff without a mandate are invited. */
  staffHref: string
}

/** Who represents an enterprise, for whoever names them (notice 三(一)). */
export async function EnterprisePeople({ enterprise, mandates, today, staffHref }: Props) {
  const t = await getTranslations('enterprises.mandates')
  return (
    <Words of={['enterprises', 'users']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: `/portal/enterprises/${enterprise.id}`, label: enterprise.name }]}
        note={t('note')}
      />
      <MandateList enterprise={enterprise.name} mandates={mandates} today={today} />
      <Section title={t('add')}>
        <p className="max-w-2xl text-muted">{t('addText')}</p>
        <GrantMandateForm enterpriseId={enterprise.id} today={today} />
      </Section>
      <Section title={t('staff')}>
        <p className="max-w-2xl text-muted">{t('staffText')}</p>
        <div>
          <ButtonLink href={staffHref}>{t('staff')}</ButtonLink>
        </div>
      </Section>
    </Words>
  )
}

type ListProps = { enterprise: string; mandates: MandateRow[]; today: string }

async function MandateList({ enterprise, mandates, today }: ListProps) {
  const [t, detail, kinds, common, locale] = await Promise.all([
    getTranslations('enterprises.mandates'),
    getTranslations('enterprises.detail'),
    getTranslations('enterprises.mandateKind'),
    getTranslations('common'),
    getLocale(),
  ])
  if (mandates.length === 0)
    return <EmptyState kind="nothing" title={detail('noMandates')} text={detail('noMandatesText')} />
  return (
    <Table label={detail('mandates')} isCards>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('kind')}</Th>
          <Th>{detail('period')}</Th>
          <Th className="a">{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {mandates.map(({ id, person, kind, validFrom, validTo, isHeld }) => (
          <tr key={id}>
            <td className="t">
              {person}{' '}
              <Badge tone={isHeld ? 'success' : 'neutral'}>{isHeld ? detail('held') : detail('notHeld')}</Badge>
            </td>
            <LabelledTd label={t('kind')}>{kinds(kind)}</LabelledTd>
            <LabelledTd label={detail('period')}>{formatDays(locale, validFrom, validTo)}</LabelledTd>
            <td className="a">
              {(validTo === null || validTo >= today) && (
                <EndMandateButton {...{ person, kind, enterprise }} mandateId={id} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
