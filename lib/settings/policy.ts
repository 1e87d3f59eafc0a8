import { isPortalAdministrator } from '@/lib/access/actor'

/** Settings are the municipal administrator's; nobody else is told that there are any. */
export const canChangeSettings = isPortalAdministrator

export const canKeepHolidays = isPortalAdministrator
