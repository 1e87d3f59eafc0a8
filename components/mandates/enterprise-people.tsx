import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { MandateRow } from '@/lib/enterprises/mandate-queries'
import { letterBytesMax } from '@/lib/enterprises/rules'
import { formatDays } from '@/lib/text/format'
import { EndMandateButton } from './end-mandate-button'
import { LetterLink } from './letter-link'
import { UploadLetterForm } from './upload-letter-form'
import { GrantMandateForm } from './grant-mandate-form'

type Props = {
  enterprise: { id: string; name: string }
  mandates: MandateRow[]
  today: string
  /** Where staff without a mandate are invited. */
  staffHref: string
  /** What a letter that was sent without script came back with. */
  said: { isKept: boolean; problem: string | undefined }
}

/** Who represents an enterprise, for whoever names them (notice 三(一)). */
export async function EnterprisePeople({ enterprise, mandates, today, staffHref, said }: Props) {
  const t = await getTranslations('enterprises.mandates')
  return (
    <Words of={['enterprises', 'users']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: `/portal/enterprises/${enterprise.id}`, label: enterprise.name }]}
        note={t('note')}
      />
      {said.isKept && <Banner tone="success">{t('letterKept')}</Banner>}
      {said.problem && <Banner tone="danger">{await refusalWords(said.problem)}</Banner>}
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

/** A code of an address is anybody's to write: what has no words is not shown. */
async function refusalWords(code: string): Promise<string> {
  const [t, common] = await Promise.all([getTranslations('refusals'), getTranslations('forms')])
  return t.has(code) ? t(code, { limitMegabytes: letterBytesMax / 1_000_000 }) : common('failedTitle')
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
          <Th>{detail('letter')}</Th>
          <Th className="a">{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {mandates.map(({ id, person, kind, validFrom, validTo, isHeld, letter }) => (
          <tr key={id}>
            <td className="t">
              {person}{' '}
              <Badge tone={isHeld ? 'success' : 'neutral'}>{isHeld ? detail('held') : detail('notHeld')}</Badge>
            </td>
            <LabelledTd label={t('kind')}>{kinds(kind)}</LabelledTd>
            <LabelledTd label={detail('period')}>{formatDays(locale, validFrom, validTo)}</LabelledTd>
            <LabelledTd label={detail('letter')} className="l">
              {letter && <LetterLink mandateId={id} name={letter} />}
              <UploadLetterForm mandateId={id} person={person} hasLetter={letter !== null} />
            </LabelledTd>
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
