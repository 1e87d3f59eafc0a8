import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { HolidayTable } from '@/components/settings/holiday-table'
import { SettingHead } from '@/components/settings/setting-tabs'
import { UncoveredBanner } from '@/components/settings/uncovered-banner'
import { requirePortalAdministrator } from '@/lib/access/session'
import { isPublished, listHolidays, listUncoveredYears } from '@/lib/settings/holiday-queries'
import { holidayYears } from '@/lib/settings/rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('settings.name.holidays')

export default async function HolidaysPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requirePortalAdministrator('/portal/settings/holidays')
  const thisYear = Number(actor.today.slice(0, 4))
  const years = holidayYears(thisYear)
  const asked = Number(queryValue(await searchParams, 'year'))
  const year = years.includes(asked) ? asked : thisYear
  const [days, uncovered] = await Promise.all([listHolidays(year), listUncoveredYears([thisYear, thisYear + 1])])

  return (
    <Words of={['settings']}>
      <SettingHead current="holidays" />
      <UncoveredBanner years={uncovered.filter((one) => one !== year)} />
      <HolidayTable year={year} years={years} days={days} isPublished={isPublished(year)} />
    </Words>
  )
}
