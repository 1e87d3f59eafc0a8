import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import type { QueuedProposal } from '@/lib/registry/proposal-queries'
import { formatInstant } from '@/lib/text/format'
import { DecideForm } from './decide-form'
import { entryWords } from './entry-words'
import { ProposalLines } from './proposal-lines'

type Props = { proposal: QueuedProposal; enterpriseVersion: number }

/** One proposal: who asks for what, and the decision. */
export async function ProposalDetail({ proposal, enterpriseVersion }: Props) {
  const [t, own, decide, locale] = await Promise.all([
    getTranslations('registry.proposals'),
    getTranslations('registry.propose'),
    getTranslations('registry.decide'),
    getLocale(),
  ])
  const { id, state, enterprise, note, createdAt, proposedBy, closedAt, decidedBy } = proposal
  const isOpen = state === 'OPEN'
  return (
    <Words of={['registry']}>
      <PageHeader
        title={enterprise.name}
        crumbs={[{ href: '/portal/enterprises/proposals', label: t('title') }]}
        note={
          <>
            <Badge tone={state === 'OPEN' ? 'warning' : 'neutral'}>{own(`state.${state}`)}</Badge>
            <span>{own('pastAt', { at: formatInstant(locale, createdAt), name: proposedBy })}</span>
            {closedAt && decidedBy && (
              <span>{decide('decidedBy', { at: formatInstant(locale, closedAt), name: decidedBy })}</span>
            )}
            <Link className="link" prefetch={false} href={`/portal/enterprises/${enterprise.id}`}>
              {t('dossier')}
            </Link>
          </>
        }
      />
      {note && (
        <p className="text-sm whitespace-pre-line">
          <span className="text-muted">{t('noteLabel')}</span> {note}
        </p>
      )}
      {isOpen && proposal.lines.some((line) => line.hasMoved) && <Banner tone="warning">{t('moved')}</Banner>}
      {isOpen ? (
        <Section title={decide('title')}>
          <DecideForm
            proposalId={id}
            version={proposal.version}
            enterpriseVersion={enterpriseVersion}
            lines={await inWords(proposal)}
          />
        </Section>
      ) : (
        <ProposalLines proposal={proposal} />
      )}
    </Words>
  )
}

async function inWords({ lines }: QueuedProposal) {
  const { labels, said } = await entryWords()
  return lines.map(({ field, base, present, proposed, hasMoved }) => ({
    field,
    label: labels[field],
    base: said(field, base),
    present: said(field, present),
    proposed: said(field, proposed),
    hasMoved,
  }))
}
