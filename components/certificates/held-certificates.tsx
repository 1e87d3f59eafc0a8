import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { LatestCertificates } from '@/lib/certificates/queries'
import type { Day } from '@/lib/core/clock'
import { CertificateTable } from './certificate-table'

type Props = { title: 'own' | 'ofEnterprise'; certificates: LatestCertificates; today: Day }

/** What a person or an enterprise's people hold, and what of it has run out. */
export async function HeldCertificates({ title, certificates: { rows, total }, today }: Props) {
  const t = await getTranslations('certificates')
  // Most people never had a training; their own account says nothing of it.
  if (title === 'own' && total === 0) return null
  return (
    <Section title={t(title)}>
      {rows.length === 0 && <p className="text-sm text-muted">{t('ownNone')}</p>}
      {rows.length > 0 && <CertificateTable rows={rows} today={today} isOfMany />}
      {total > rows.length && (
        <p className="text-sm text-muted">{t('latest', { total: String(total), shown: String(rows.length) })}</p>
      )}
    </Section>
  )
}
