import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { SizeClass } from '@/lib/core/prisma/enums'
import type { OwnProposals as Own, Proposal } from '@/lib/registry/proposal-queries'
import type { EntryValue, ProposableField } from '@/lib/registry/rules'
import { formatInstant } from '@/lib/text/format'
import { entryWords } from './entry-words'
import { ProposalLines } from './proposal-lines'
import { ProposeForm, type ProposalValues } from './propose-form'
import { WithdrawButton } from './withdraw-button'

/** What an enterprise has proposed, the open one first, and the form for the next. */
export async function OwnProposals({ own: { enterprise, present, open, past } }: { own: Own }) {
  const [t, sizes, words] = await Promise.all([
    getTranslations('registry.propose'),
    getTranslations('enterprises.sizeClass'),
    entryWords(),
  ])
  const phoneHint = (field: 'principalPhone' | 'safetyLeadPhone') => {
    const wished = open?.lines.find((line) => line.field === field)
    if (wished) return t('phoneProposed', { masked: words.said(field, wished.proposed) })
    return t('phoneHint', { masked: words.said(field, present[field] ?? null) })
  }
  return (
    <Words of={['registry']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: `/portal/enterprises/${enterprise.id}`, label: enterprise.name }]}
        note={t('lead')}
      />
      {open && <OpenProposal proposal={open} />}
      <Section title={t(open ? 'formAgain' : 'formTitle')}>
        <ProposeForm
          key={open?.version ?? 0}
          enterpriseId={enterprise.id}
          proposalVersion={open?.version ?? null}
          defaults={valuesOf(present, open)}
          labels={words.labels}
          sizes={Object.values(SizeClass).map((value) => ({ value, label: sizes(value) }))}
          phoneHints={{ principalPhone: phoneHint('principalPhone'), safetyLeadPhone: phoneHint('safetyLeadPhone') }}
        />
      </Section>
      {past.length > 0 && <PastProposals past={past} />}
    </Words>
  )
}

async function OpenProposal({ proposal }: { proposal: Proposal }) {
  const t = await getTranslations('registry.propose')
  return (
    <Section title={t('openTitle')} actions={<WithdrawButton proposalId={proposal.id} version={proposal.version} />}>
      <p className="text-sm text-muted">{t('openText')}</p>
      <ProposalLines proposal={proposal} />
    </Section>
  )
}

async function PastProposals({ past }: { past: Proposal[] }) {
  const [t, decide, locale] = await Promise.all([
    getTranslations('registry.propose'),
    getTranslations('registry.decide'),
    getLocale(),
  ])
  return (
    <Section title={t('pastTitle')}>
      {past.map((proposal) => (
        <article key={proposal.id} className="flex flex-col gap-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <Badge tone={proposal.state === 'DECIDED' ? 'primary' : 'neutral'}>{t(`state.${proposal.state}`)}</Badge>
            <span className="text-muted">
              {t('pastAt', { at: formatInstant(locale, proposal.createdAt), name: proposal.proposedBy })}
            </span>
            {proposal.closedAt && proposal.decidedBy && (
              <span className="text-muted">
                {decide('decidedBy', { at: formatInstant(locale, proposal.closedAt), name: proposal.decidedBy })}
              </span>
            )}
          </p>
          <ProposalLines proposal={proposal} />
        </article>
      ))}
    </Section>
  )
}

/** The form begins with what stands in the registry, overwritten by what is already proposed. */
function valuesOf(present: Own['present'], open: Proposal | null): ProposalValues {
  const wished = new Map(open?.lines.map((line) => [line.field, line.proposed]))
  const value = (field: ProposableField): EntryValue =>
    wished.has(field) ? (wished.get(field) ?? null) : (present[field] ?? null)
  const text = (field: ProposableField): string => String(value(field) ?? '')
  const employees = value('employees')
  return {
    name: text('name'),
    shortName: text('shortName'),
    establishment: text('establishment'),
    address: text('address'),
    industryCode: text('industryCode'),
    employees: typeof employees === 'number' ? employees : null,
    sizeClass: text('sizeClass') || null,
    principalName: text('principalName'),
    principalPhone: '',
    safetyLeadName: text('safetyLeadName'),
    safetyLeadPhone: '',
    note: open?.note ?? '',
  }
}
