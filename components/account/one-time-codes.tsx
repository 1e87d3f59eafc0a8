import { getLocale, getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Badge } from '@/components/ui/badge'
import { formatInstant } from '@/lib/text/format'
import type { CodeStanding } from '@/lib/users/code-queries'
import { ConfirmCodesForm, RenewRecoveryForm, StartCodesForm, StopCodesForm } from './code-forms'

type Props = {
  standing: CodeStanding
  /** The office must use codes. */
  isRequired: boolean
  done: 'off' | 'kept' | null
}

/** One's own one-time codes: off, waiting for the first code, or on. */
export async function OneTimeCodes({ standing, isRequired, done }: Props) {
  const t = await getTranslations('account.codes')
  return (
    <Words of={['account']}>
      <div className="flex max-w-4xl flex-col gap-8">
        {isRequired && standing.state !== 'ON' && <Banner tone="warning">{t('required')}</Banner>}
        {done && <Banner tone="success">{t(`done.${done}`)}</Banner>}
        {standing.state === 'OFF' && (
          <Section title={t('title')} actions={<Badge tone="neutral">{t('off')}</Badge>}>
            <p className="text-muted">{t('lead')}</p>
            <StartCodesForm isAgain={false} />
          </Section>
        )}
        {standing.state === 'STARTED' && <Enrolment uri={standing.uri} secret={standing.secret} />}
        {standing.state === 'ON' && <Enrolled standing={standing} isRequired={isRequired} />}
      </div>
    </Words>
  )
}

async function Enrolment({ uri, secret }: { uri: string; secret: string }) {
  const t = await getTranslations('account.codes')
  return (
    <>
      <Section title={t('stepScan')}>
        <p className="text-muted">{t('stepScanHint')}</p>
        <div
          role="img"
          aria-label={t('qr')}
          className="w-56 rounded-md border bg-[#fff] p-1 [&_svg]:h-auto [&_svg]:w-full"
          dangerouslySetInnerHTML={{ __html: renderSVG(uri, { border: 4 }) }}
        />
        <p>
          <span className="text-muted">{t('secret')}</span> <code className="font-mono wrap-anywhere">{secret}</code>
        </p>
      </Section>
      <Section title={t('stepConfirm')}>
        <div className="flex max-w-md flex-col gap-5">
          <ConfirmCodesForm />
          <StartCodesForm isAgain />
        </div>
      </Section>
    </>
  )
}

type EnrolledProps = { standing: Extract<CodeStanding, { state: 'ON' }>; isRequired: boolean }

async function Enrolled({ standing, isRequired }: EnrolledProps) {
  const [t, locale] = await Promise.all([getTranslations('account.codes'), getLocale()])
  return (
    <>
      <Section title={t('title')} actions={<Badge tone="success">{t('on')}</Badge>}>
        <DescriptionList
          entries={[
            { label: t('since'), value: formatInstant(locale, standing.since) },
            { label: t('left'), value: t('leftCount', { count: standing.recoveryLeft }) },
          ]}
        />
      </Section>
      <Section title={t('renewTitle')}>
        <p className="text-muted">{t('renewLead')}</p>
        <div className="max-w-md">
          <RenewRecoveryForm />
        </div>
      </Section>
      <Section title={t('stopTitle')}>
        <p className="text-muted">{isRequired ? t('stopRequired') : t('stopLead')}</p>
        <div className="max-w-md">
          <StopCodesForm />
        </div>
      </Section>
    </>
  )
}
