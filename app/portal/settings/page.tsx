import { SettingOverview } from '@/components/settings/setting-overview'
import { SettingHead } from '@/components/settings/setting-tabs'
import { UncoveredBanner } from '@/components/settings/uncovered-banner'
import { requirePortalAdministrator } from '@/lib/access/session'
import { listUncoveredYears } from '@/lib/settings/holiday-queries'
import { currentSettings, listSettingStandings } from '@/lib/settings/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('settings.title')

export default async function SettingsPage() {
  const actor = await requirePortalAdministrator('/portal/settings')
  const thisYear = Number(actor.today.slice(0, 4))
  const [settings, standings, uncovered] = await Promise.all([
    currentSettings(),
    listSettingStandings(actor),
    listUncoveredYears([thisYear, thisYear + 1]),
  ])

  return (
    <>
      <SettingHead current="overview" />
      <UncoveredBanner years={uncovered} />
      <SettingOverview settings={settings} standings={standings} />
    </>
  )
}
