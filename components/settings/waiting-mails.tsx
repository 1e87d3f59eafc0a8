import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { WaitingMail } from '@/lib/notifications/outbox-queries'
import { formatInstant } from '@/lib/text/format'

/** The mails that wait until a mail server is set up, each to be read. */
export async function WaitingMails({ total, mails }: { total: number; mails: WaitingMail[] }) {
  const t = await getTranslations('settings.waiting')
  return (
    <Section title={t('title')}>
      <p className="max-w-3xl text-muted">
        {total > 0 ? t('lead', { total: String(total), shown: String(mails.length) }) : t('none')}
      </p>
      {mails.length > 0 && <MailTable mails={mails} />}
    </Section>
  )
}

async function MailTable({ mails }: { mails: WaitingMail[] }) {
  const [t, locale] = await Promise.all([getTranslations('settings'), getLocale()])
  return (
    <Table label={t('waiting.title')} isCards>
      <thead>
        <tr>
          <Th>{t('waiting.to')}</Th>
          <Th>{t('waiting.subject')}</Th>
          <Th>{t('waiting.createdAt')}</Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row" className="wrap-anywhere">
              {mail.to}
            </th>
            <LabelledTd label={t('waiting.subject')} className="l">
              <span className="block">{mail.subject}</span>
              {mail.hasCalendar && <span className="block text-muted">{t('failed.calendar')}</span>}
              {mail.text === null ? (
                <span className="block text-muted">{t('waiting.secret')}</span>
              ) : (
                <details>
                  <summary className="min-h-8 text-primary pointer-coarse:min-h-(--target)">
                    {t('waiting.read')}
                  </summary>
                  <p className="whitespace-pre-wrap py-2 wrap-anywhere">{mail.text}</p>
                </details>
              )}
            </LabelledTd>
            <LabelledTd label={t('waiting.createdAt')}>{formatInstant(locale, mail.createdAt)}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
