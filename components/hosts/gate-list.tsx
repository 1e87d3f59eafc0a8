import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { ButtonLink } from '@/components/ui/button'
import type { GateList } from '@/lib/hosts/gate-queries'
import { asksAnything } from '@/lib/hosts/rules'

/** Who comes to the gate, for the host and for who sends them; the file is the same list. */
export async function GateListTable({ list: { gate, visitors }, most }: { list: GateList; most: number }) {
  const [t, hosts] = await Promise.all([getTranslations('hosts.gateList'), getTranslations('hosts')])
  const columns: Column[] = [
    { key: 'person', label: t('person') },
    { key: 'enterprise', label: t('enterprise') },
    ...(gate.asksDocument ? [{ key: 'document', label: t('document') }] : []),
    ...(gate.asksNumberPlate ? [{ key: 'numberPlate', label: t('numberPlate') }] : []),
    ...(asksAnything(gate) ? [{ key: 'state', label: t('state') }] : []),
  ]
  const rows: Row[] = visitors.map(({ registrationId, person, enterprise, document, numberPlate, isGiven }) => [
    registrationId,
    person ?? t('unnamed'),
    enterprise,
    ...(gate.asksDocument ? [document ? hosts(`document.${document}`) : ''] : []),
    ...(gate.asksNumberPlate ? [numberPlate] : []),
    ...(asksAnything(gate) ? [hosts(isGiven ? 'visitors.given' : 'visitors.missing')] : []),
  ])
  const missing = asksAnything(gate) ? visitors.filter(({ isGiven }) => !isGiven).length : 0
  const download = visitors.length > 0 && (
    <ButtonLink href={`/api/hosts/${gate.id}/gate-list.xlsx`} isDownload>
      {t('download')}
    </ButtonLink>
  )
  return (
    <Section title={t('title')} actions={download}>
      <p className="text-sm text-muted">{t('count', { count: visitors.length, most, missing })}</p>
      {visitors.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <DataTable id="gate-list" label={t('title')} columns={columns} rows={rows} />
      )}
    </Section>
  )
}
