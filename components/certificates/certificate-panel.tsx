import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import type { TrainingCertificates } from '@/lib/certificates/queries'
import type { Day } from '@/lib/core/clock'
import { CertificateTable } from './certificate-table'

type Props = { activityId: string; certificates: TrainingCertificates; waiting: number; today: Day; isMember: boolean }

/** Certificates on the page of their training. */
export async function CertificatePanel({ activityId, certificates, waiting, today, isMember }: Props) {
  const t = await getTranslations('certificates')
  const { rows, total, valid } = certificates
  return (
    <Section title={t('section')}>
      <p className="text-sm text-muted">
        {total > 0
          ? t('note', { issued: String(total), valid: String(valid) })
          : t(isMember ? 'noneOfEnterprise' : 'none')}
      </p>
      {rows.length > 0 && <CertificateTable rows={rows} today={today} />}
      {(total > 0 || waiting > 0) && (
        <div>
          <ButtonLink href={`/portal/activities/${activityId}/certificates`}>
            {waiting > 0 ? t('issuing.title') : t('all')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}
