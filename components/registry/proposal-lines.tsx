import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { Proposal } from '@/lib/registry/proposal-queries'
import { entryWords } from './entry-words'

/** Old → new, field by field, with what came of it. */
export async function ProposalLines({ proposal }: { proposal: Pick<Proposal, 'lines' | 'state'> }) {
  const [t, decide, { labels, said }] = await Promise.all([
    getTranslations('registry.proposals'),
    getTranslations('registry.decide'),
    entryWords(),
  ])
  const isDecided = proposal.state === 'DECIDED'
  const hasMoved = proposal.lines.some((line) => line.hasMoved)
  return (
    <Table label={t('items')} isCards>
      <thead>
        <tr>
          <Th>{t('field')}</Th>
          <Th>{t('base')}</Th>
          {hasMoved && <Th>{t('present')}</Th>}
          <Th>{t('proposed')}</Th>
          {isDecided && <Th>{t('outcome')}</Th>}
        </tr>
      </thead>
      <tbody>
        {proposal.lines.map((line) => (
          <tr key={line.field}>
            <th scope="row">{labels[line.field]}</th>
            <LabelledTd label={t('base')} className="l">
              {said(line.field, line.base)}
            </LabelledTd>
            {hasMoved && (
              <LabelledTd label={t('present')} className="l">
                {said(line.field, line.present)} {line.hasMoved && <Badge tone="warning">{t('movedMark')}</Badge>}
              </LabelledTd>
            )}
            <LabelledTd label={t('proposed')} className="l">
              <strong>{said(line.field, line.proposed)}</strong>
            </LabelledTd>
            {isDecided && (
              <LabelledTd label={t('outcome')} className="l">
                <Badge tone={line.decision?.verdict === 'ACCEPTED' ? 'success' : 'danger'}>
                  {decide(line.decision?.verdict === 'ACCEPTED' ? 'accepted' : 'refused')}
                </Badge>{' '}
                {line.decision?.reason}
              </LabelledTd>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
