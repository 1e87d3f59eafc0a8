import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import type { Visitor } from '@/lib/hosts/gate-queries'
import type { GateRules } from '@/lib/hosts/queries'
import { gateDocuments } from '@/lib/hosts/rules'
import { GateDetailForm } from './host-forms'

type Props = { rules: GateRules; visitors: Visitor[] }

/** One's own people who have a place, with what the gate still has to know of each. */
export async function OwnVisitors({ rules, visitors }: Props) {
  const [t, kinds] = await Promise.all([getTranslations('hosts.visitors'), getTranslations('hosts.document')])
  if (visitors.length === 0) return null
  const documents = gateDocuments.map((kind) => ({ value: kind, label: kinds(kind) }))
  const asks = { document: rules.asksDocument, numberPlate: rules.asksNumberPlate }
  return (
    <Section title={t('title')}>
      <p className="text-sm text-muted">{t('note')}</p>
      <Words of={['hosts']}>
        <ul className="max-w-3xl divide-y rounded-md border bg-surface text-sm">
          {visitors.map(({ registrationId, person, document, numberPlate, isGiven }) => (
            <li key={registrationId} className="flex flex-col gap-2 px-4 py-3">
              {person === null ? (
                <p className="text-muted">{t('unnamed')}</p>
              ) : (
                <>
                  <p className="flex items-center gap-3">
                    <span className="font-bold">{person}</span>
                    <Badge tone={isGiven ? 'success' : 'warning'}>{t(isGiven ? 'given' : 'missing')}</Badge>
                  </p>
                  <GateDetailForm
                    registrationId={registrationId}
                    person={person}
                    documents={documents}
                    asks={asks}
                    defaults={{ document, numberPlate }}
                    isGiven={isGiven}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      </Words>
    </Section>
  )
}
