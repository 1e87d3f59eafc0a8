import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { formatInstant } from '@/lib/text/format'
import type { FailedMail, WaitingMail } from '@/lib/notifications/outbox-queries'
import { SendAgainButton, TestMessageButton } from './mail-buttons'
import { WaitingMails } from './waiting-mails'

type Props = {
  standing: { isSetUp: boolean; from: string }
  waiting: { total: number; mails: WaitingMail[] }
  failed: FailedMail[]
}

/** Whether mail is set up, a way to try it or what waits for it, and what did not leave. */
export async function MailStanding({ standing, waiting, failed }: Props) {
  const t = await getTranslations('settings')
  return (
    <>
      <Section title={t('mailStanding.title')}>
        <DescriptionList
          columns={1}
          entries={[
            {
              label: t('mailStanding.title'),
              value: standing.isSetUp ? (
                <Badge tone="success">{t('mailStanding.isSet')}</Badge>
              ) : (
                t('mailStanding.isNotSet')
              ),
            },
            ...(standing.isSetUp ? [{ label: t('mailStanding.from'), value: standing.from }] : []),
          ]}
        />
        {standing.isSetUp && (
          <div className="flex flex-wrap items-center gap-3">
            <TestMessageButton />
            <span className="text-sm text-muted">{t('mailStanding.testHint')}</span>
          </div>
        )}
      </Section>
      {!standing.isSetUp && <WaitingMails {...waiting} />}
      <Section title={t('failed.title')}>
        <p className="text-muted">{failed.length > 0 ? t('failed.lead') : t('failed.none')}</p>
        {failed.length > 0 && <FailedMails mails={failed} />}
      </Section>
    </>
  )
}

async function FailedMails({ mails }: { mails: FailedMail[] }) {
  const [t, locale] = await Promise.all([getTranslations('settings.failed'), getLocale()])
  return (
    <Table label={t('title')} isCards>
      <thead>
        <tr>
          <Th>{t('to')}</Th>
          <Th>{t('subject')}</Th>
          <Th>{t('problem')}</Th>
          <Th>{t('createdAt')}</Th>
          <Th>
            <span className="sr-only">{t('again')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row" className="wrap-anywhere">
              {mail.to}
            </th>
            <LabelledTd label={t('subject')} className="l">
              <span className="block">{mail.subject}</span>
              {mail.hasCalendar && <span className="block text-muted">{t('calendar')}</span>}
            </LabelledTd>
            <LabelledTd label={t('problem')} className="l">
              <span className="block">{mail.problem === 'OUTDATED' ? t('outdated') : mail.problem}</span>
              <span className="block text-muted">
                {t(`state.${mail.state}`)} · {t('attempts')} {mail.attempts}
              </span>
            </LabelledTd>
            <LabelledTd label={t('createdAt')}>{formatInstant(locale, mail.createdAt)}</LabelledTd>
            <td className="r">
              {mail.canBeSent && <SendAgainButton id={mail.id} />}
              {mail.state === 'FAILED' && !mail.canBeSent && <span className="text-muted">{t('bodyGone')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
