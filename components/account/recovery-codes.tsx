import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { FinishRecoveryForm } from './code-forms'

/** The codes right after they were made, and never again. */
export async function RecoveryCodes({ codes }: { codes: string[] | null }) {
  const [t, common] = await Promise.all([getTranslations('account.codes.recovery'), getTranslations('common')])
  if (!codes)
    return (
      <EmptyState
        kind="nothing"
        title={t('gone')}
        text={t('goneText')}
        action={<ButtonLink href="/portal/account/codes">{t('toCodes')}</ButtonLink>}
      />
    )
  return (
    <Section title={t('title')} actions={<PrintButton label={common('print')} />}>
      <p className="max-w-2xl">{t('lead')}</p>
      <ol className="grid max-w-md grid-cols-2 gap-x-8 gap-y-2 rounded-md border bg-surface p-4 font-mono text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="no-print">
        <Words of={['account']}>
          <FinishRecoveryForm />
        </Words>
      </div>
    </Section>
  )
}
