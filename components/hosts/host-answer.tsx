import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { VisitHostRow } from '@/lib/hosts/queries'
import { AgreeForm } from './agree-form'
import { EndHostForm } from './host-forms'

type Props = { host: VisitHostRow; mayAnswer: boolean; mayRelease: boolean }

/** What the host may answer, and the organiser's way back, each as far as the request still stands. */
export async function HostAnswer({ host, mayAnswer, mayRelease }: Props) {
  const t = await getTranslations('hosts')
  const { id, state } = host
  const form = <AgreeForm id={id} isAgreed={state === 'AGREED'} defaults={defaultsOf(host)} />
  return (
    <Words of={['hosts']}>
      {mayAnswer && state === 'ASKED' && <Section title={t('agree.title')}>{form}</Section>}
      {mayAnswer && state === 'AGREED' && <Fold summary={t('agree.again')}>{form}</Fold>}
      {mayAnswer && (
        <Fold summary={state === 'ASKED' ? t('decline.title') : t('withdraw.title')}>
          <EndHostForm id={id} way={state === 'ASKED' ? 'decline' : 'withdraw'} />
        </Fold>
      )}
      {!mayAnswer && state === 'ASKED' && <p className="text-sm text-muted">{t('request.wait')}</p>}
      {mayRelease && (
        <Fold summary={t('release.title')}>
          <EndHostForm id={id} way="release" />
        </Fold>
      )}
    </Words>
  )
}

const meetsMinutesUsual = 20

const defaultsOf = ({ visitorsMax, meetsMinutes, ...rules }: VisitHostRow) => ({
  visitorsMax,
  meetsMinutes: visitorsMax === null ? meetsMinutesUsual : meetsMinutes,
  meetingPoint: rules.meetingPoint,
  protection: rules.protection,
  forbidden: rules.forbidden,
  remarks: rules.remarks,
  asksDocument: rules.asksDocument,
  asksNumberPlate: rules.asksNumberPlate,
})

const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="text-sm">
    <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">{summary} ▾</summary>
    <div className="pt-3">{children}</div>
  </details>
)
