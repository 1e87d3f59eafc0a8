import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Words } from '@/components/layout/words'
import { MailStanding } from '@/components/settings/mail-standing'
import { SettingForm } from '@/components/settings/setting-form'
import { SettingHistory } from '@/components/settings/setting-history'
import { SettingHead } from '@/components/settings/setting-tabs'
import { requirePortalAdministrator } from '@/lib/access/session'
import { listFailedMails, listWaitingMails, mailStanding } from '@/lib/notifications/outbox-queries'
import { currentSettings, listSettingVersions } from '@/lib/settings/queries'
import { isSettingKey } from '@/lib/settings/rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('settings.title')

export default async function SettingPage({ params }: { params: Promise<{ setting: string }> }) {
  const { setting: key } = await params
  const actor = await requirePortalAdministrator(`/portal/settings/${encodeURIComponent(key)}`)
  if (!isSettingKey(key)) notFound()
  const isMail = key === 'mail'
  const [t, settings, versions, failed, waiting] = await Promise.all([
    getTranslations('settings'),
    currentSettings(),
    listSettingVersions(actor, key),
    isMail ? listFailedMails(actor) : [],
    isMail ? listWaitingMails(actor) : { total: 0, mails: [] },
  ])

  return (
    <Words of={['settings']}>
      <SettingHead current={key} />
      <p className="max-w-3xl text-muted">{t(`lead.${key}`)}</p>
      <SettingForm
        key={key}
        settingKey={key}
        version={versions[0]?.version ?? 0}
        value={settings[key]}
        today={actor.today}
      />
      {isMail && <MailStanding standing={mailStanding()} waiting={waiting} failed={failed} />}
      <SettingHistory settingKey={key} versions={versions} today={actor.today} />
    </Words>
  )
}
