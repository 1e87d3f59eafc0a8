import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { TrainingCertificates } from '@/lib/certificates/queries'
import type { Day } from '@/lib/core/clock'
import { IssueCertificatesForm } from './certificate-forms'
import { CertificateTable } from './certificate-table'

type Issuing = { activityId: string; waiting: number; notPassed: number; hours: number }

type Props = {
  path: string
  query: Query
  certificates: TrainingCertificates
  today: Day
  /** For whoever issues and revokes them. */
  issuing: Issuing | null
}

/** All certificates of a training, and above them who is still to get one. */
export async function CertificateList({ path, query, certificates, today, issuing }: Props) {
  const t = await getTranslations('certificates')
  const { rows, total, previous, next } = certificates
  return (
    <>
      {issuing && <Issue {...issuing} />}
      {rows.length === 0 ? (
        <EmptyState kind="nothing" title={t('none')} text={t('noneText')} />
      ) : (
        <CertificateTable rows={rows} today={today} {...(issuing && { managePath: path })} />
      )}
      <Pager path={path} query={query} total={total} previous={previous} next={next} />
    </>
  )
}

async function Issue({ activityId, waiting, notPassed, hours }: Issuing) {
  const t = await getTranslations('certificates.issuing')
  const held = notPassed > 0 && <p className="text-sm text-muted">{t('notPassed', { count: String(notPassed) })}</p>
  if (waiting === 0) return held || <p className="text-sm text-muted">{t('nobody')}</p>
  return (
    <Section title={t('title')}>
      <p className="max-w-2xl text-muted">{t('waiting', { count: String(waiting) })}</p>
      {held}
      <Words of={['certificates']}>
        <IssueCertificatesForm activityId={activityId} hours={hours} />
      </Words>
    </Section>
  )
}
