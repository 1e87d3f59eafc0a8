import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import type { CertificateRow } from '@/lib/certificates/queries'
import { certificateState, maskName } from '@/lib/certificates/rules'
import { dayOf, fromDate, type Day } from '@/lib/core/clock'
import { formatDay } from '@/lib/text/format'

const tones = { VALID: 'success', EXPIRED: 'warning', REVOKED: 'danger' } as const

/** What a certificate says and whether it holds, for anybody who was shown it. */
export async function VerifiedCertificate({ certificate, today }: { certificate: CertificateRow | null; today: Day }) {
  const [t, locale] = await Promise.all([getTranslations('certificates'), getLocale()])
  if (!certificate) {
    return (
      <div className="flex flex-col gap-4">
        <PageHeader title={t('verifying.title')} />
        <Banner tone="danger">
          <strong>{t('verifying.unknown')}</strong>
          <p>{t('verifying.unknownText')}</p>
        </Banner>
      </div>
    )
  }
  const { revokedAt, validUntil } = certificate
  const state = certificateState(certificate, today)
  const ended = revokedAt ? dayOf(revokedAt) : validUntil && fromDate(validUntil)
  const day = ended ? formatDay(locale, ended) : ''
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('verifying.title')} />
      <Banner tone={tones[state]}>{t(`verifying.${state}`, { day, reason: certificate.revokeReason })}</Banner>
      <DescriptionList
        entries={[
          { label: t('field.number'), value: certificate.number },
          { label: t('field.name'), value: maskName(certificate.name) },
          { label: t('field.enterprise'), value: certificate.enterpriseName },
          { label: t('field.course'), value: certificate.course },
          { label: t('field.hours'), value: String(certificate.hours) },
          { label: t('field.heldOn'), value: formatDay(locale, fromDate(certificate.heldOn)) },
          { label: t('field.issuer'), value: t('print.issuer', { alliance: certificate.issuer }) },
          { label: t('field.issuedAt'), value: formatDay(locale, dayOf(certificate.issuedAt)) },
          {
            label: t('field.validUntil'),
            value: validUntil ? formatDay(locale, fromDate(validUntil)) : t('withoutEnd'),
          },
        ]}
      />
      <p className="text-sm text-muted">{t('verifying.masked')}</p>
    </div>
  )
}
