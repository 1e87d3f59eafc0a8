import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Badge, type Tone } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import type { LicenceDetail } from '@/lib/enterprises/queries'
import type { LicenceStanding } from '@/lib/enterprises/rules'
import { formatDays } from '@/lib/text/format'

export const licenceTones: Record<LicenceStanding, Tone> = {
  VALID: 'success',
  EXPIRING: 'warning',
  EXPIRED: 'danger',
  OPEN: 'neutral',
}

/** The licences of an enterprise, the one that ends first on top. */
export async function LicenceTable({ licences }: { licences: LicenceDetail[] }) {
  const [t, common, locale] = await Promise.all([
    getTranslations('enterprises'),
    getTranslations('common'),
    getLocale(),
  ])
  const said = (text: string) => text || <span className="text-muted">{common('unknown')}</span>
  return (
    <Section title={t('detail.licences')}>
      {licences.length === 0 ? (
        <EmptyState kind="nothing" title={t('detail.noLicences')} />
      ) : (
        <Table label={t('detail.licences')}>
          <thead>
            <tr>
              <Th>{t('field.kind')}</Th>
              <Th>{t('field.number')}</Th>
              <Th>{t('field.validity')}</Th>
              <Th>{t('field.state')}</Th>
              <Th>{t('field.issuer')}</Th>
              <Th>{t('field.scope')}</Th>
            </tr>
          </thead>
          <tbody>
            {licences.map(({ id, kind, number, validFrom, validTo, standing, issuer, scope }) => (
              <tr key={id}>
                <td>{t(`licenceKind.${kind}`)}</td>
                <td>{number}</td>
                <td>{formatDays(locale, validFrom ?? common('unknown'), validTo ?? common('unknown'))}</td>
                <td>
                  <Badge tone={licenceTones[standing]}>{t(`licenceStanding.${standing}`)}</Badge>
                </td>
                <td>{said(issuer)}</td>
                <td className="l">{said(scope)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
