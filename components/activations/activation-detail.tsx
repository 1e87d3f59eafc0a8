import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { ActivationDetail as Detail, IssuedCode } from '@/lib/activations/queries'
import { codeOutcome } from '@/lib/activations/rules'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { formatDayOfInstant, formatStamp } from '@/lib/text/format'
import { IssueCode } from './issue-code'

type Props = {
  activation: Detail
  places: RegistryPlaces
  address: string
  mayIssue: boolean
  at: Date
  /** Issuing as a letter to print. */
  print: ReactNode
}

const tones = { COME: 'success', ISSUED: 'primary', EXPIRED: 'warning', NONE: 'neutral' } as const

/** Whether one enterprise has come, which codes it was given, and a new one. */
export async function ActivationDetail({ activation, places, address, mayIssue, at, print }: Props) {
  const [t, states, list, locale] = await Promise.all([
    getTranslations('activations.detail'),
    getTranslations('activations.state'),
    getTranslations('activations'),
    getLocale(),
  ])
  const { id, name, establishment, state, allianceIds, codes } = activation
  const jurisdiction = places.jurisdictions.find((place) => place.id === activation.supervisingJurisdictionId)
  const alliances = places.alliances.filter((alliance) => allianceIds.includes(alliance.id))
  const full = establishment ? `${name}（${establishment}）` : name
  return (
    <>
      <PageHeader title={full} crumbs={[{ href: '/portal/activations', label: list('title') }]} />
      <DescriptionList
        columns={3}
        entries={[
          { label: t('state'), value: <Badge tone={tones[state]}>{states(state)}</Badge> },
          { label: t('jurisdiction'), value: locale === 'en' ? jurisdiction?.nameEn : jurisdiction?.shortName },
          {
            label: t('alliances'),
            value: alliances.length > 0 && (
              <span className="flex flex-wrap gap-1">
                {alliances.map((alliance) => (
                  <AllianceBadge key={alliance.id} alliance={alliance} />
                ))}
              </span>
            ),
          },
        ]}
      />
      {mayIssue && (
        <div id="issue" className="scroll-mt-20">
          <Section title={t(codes.length > 0 ? 'reissue' : 'issue')}>
            {state === 'COME' || activation.isClosed ? (
              <p className="text-muted">{t(activation.isClosed ? 'closed' : 'hasCome')}</p>
            ) : (
              <Words of={['activations']}>
                <IssueCode enterpriseId={id} enterprise={full} address={address} isAnew={codes.length > 0} />
                {print}
              </Words>
            )}
          </Section>
        </div>
      )}
      <Section title={t('history')}>
        {codes.length === 0 ? (
          <EmptyState kind="nothing" title={t('historyEmpty')} />
        ) : (
          <History codes={codes} at={at} />
        )}
      </Section>
    </>
  )
}

async function History({ codes, at }: { codes: IssuedCode[]; at: Date }) {
  const [t, outcomes, locale] = await Promise.all([
    getTranslations('activations.detail'),
    getTranslations('activations.detail.outcomeName'),
    getLocale(),
  ])
  const wordsOf = (code: IssuedCode) => {
    const outcome = codeOutcome(code, at)
    const when = { name: code.usedBy?.name ?? '', at: formatStamp(code.usedAt ?? code.revokedAt ?? code.expiresAt) }
    return outcomes(outcome, when)
  }
  return (
    <Table label={t('history')} isCards>
      <thead>
        <tr>
          <Th>{t('issuedAt')}</Th>
          <Th>{t('issuedBy')}</Th>
          <Th>{t('validTo')}</Th>
          <Th>{t('outcome')}</Th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code.id}>
            <td className="t">{formatStamp(code.issuedAt)}</td>
            <LabelledTd label={t('issuedBy')}>{code.issuedBy.name}</LabelledTd>
            <LabelledTd label={t('validTo')}>
              {formatDayOfInstant(locale, new Date(code.expiresAt.getTime() - 1))}
            </LabelledTd>
            <LabelledTd label={t('outcome')}>{wordsOf(code)}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
