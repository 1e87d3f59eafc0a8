import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Confirmation } from '@/lib/services/queries'
import { formatStamp } from '@/lib/text/format'
import { ConfirmServiceForm } from './confirm-form'

type Props = { activityId: string; confirmation: Confirmation | null }

/** The own enterprise's side of the service record, on the page of the activity. */
export async function ServicePanel({ activityId, confirmation }: Props) {
  const t = await getTranslations('services.confirming')
  if (confirmation)
    return (
      <Section title={t('title')}>
        <p className="text-sm">
          {t('by', { name: confirmation.confirmedBy.name, at: formatStamp(confirmation.confirmedAt) })}
        </p>
        {confirmation.remark && (
          <p className="text-sm wrap-anywhere whitespace-pre-line text-muted">
            {t('said', { remark: confirmation.remark })}
          </p>
        )}
      </Section>
    )
  return (
    <Section title={t('title')}>
      <p className="max-w-2xl text-muted">{t('text')}</p>
      <Words of={['services']}>
        <ConfirmServiceForm activityId={activityId} />
      </Words>
    </Section>
  )
}
