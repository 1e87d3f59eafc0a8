import { cache } from 'react'
import { isPortalAdministrator, type Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { today } from '@/lib/core/now'
import { defaultSettings, settingKeys, type SettingKey, type Settings } from './rules'
import { settingSchemas } from './schema'

type Client = Pick<Tx, 'settingValue'>

/** What a stored value says, with the defaults for fields that came later than the row. */
function readValue<Key extends SettingKey>(key: Key, stored: unknown): Settings[Key] {
  const known = Object.keys(defaultSettings[key])
  const fields = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  const merged = { ...defaultSettings[key], ...Object.fromEntries(fields.filter(([name]) => known.includes(name))) }
  const parsed = settingSchemas[key].safeParse(merged)
  return parsed.success ? parsed.data : defaultSettings[key]
}

/** All settings as they hold on a day. Mutations pass their transaction, everyone else the client. */
export async function settingsOn(client: Client, day: Day): Promise<Settings> {
  const rows = await client.settingValue.findMany({
    where: { effectiveFrom: { lte: toDate(day) } },
    orderBy: [{ key: 'asc' }, { effectiveFrom: 'desc' }, { version: 'desc' }],
    distinct: ['key'],
    select: { key: true, value: true },
  })
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const read = <Key extends SettingKey>(key: Key): Settings[Key] => readValue(key, stored.get(key))
  return {
    footer: read('footer'),
    retention: read('retention'),
    mail: read('mail'),
    passwords: read('passwords'),
    codes: read('codes'),
    year: read('year'),
  }
}

/** What holds today, read once for each request. */
export const currentSettings = cache((): Promise<Settings> => settingsOn(db, today()))

/** The same for jobs and for whatever prepares a write outside of a transaction. */
export const settingsNow = (): Promise<Settings> => settingsOn(db, today())

export type SettingVersion = {
  version: number
  value: Record<string, unknown>
  effectiveFrom: Day
  setBy: string
  setAt: Date
  /** Whether it is what holds today. */
  isCurrent: boolean
}

const historyMax = 100

/** Every value that a setting was given, newest first; nothing for whoever is no administrator. */
export async function listSettingVersions(actor: Actor, key: SettingKey): Promise<SettingVersion[]> {
  if (!isPortalAdministrator(actor)) return []
  const rows = await db.settingValue.findMany({
    where: { key },
    orderBy: { version: 'desc' },
    take: historyMax,
    select: { version: true, value: true, effectiveFrom: true, setAt: true, setBy: { select: { name: true } } },
  })
  const versions = rows.map(({ value, effectiveFrom, setBy, ...row }) => ({
    ...row,
    value: readValue(key, value) as Record<string, unknown>,
    effectiveFrom: fromDate(effectiveFrom),
    setBy: setBy.name,
  }))
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= actor.today)
  const [current] = begun.toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version)
  return versions.map((row) => ({ ...row, isCurrent: row === current }))
}

export type SettingStanding = { key: SettingKey; since: Day | null; setBy: string | null; upcoming: number }

/** For the overview: since when each group holds, by whom, and how many changes are still to begin. */
export async function listSettingStandings(actor: Actor): Promise<SettingStanding[]> {
  if (!isPortalAdministrator(actor)) return []
  const [rows, upcoming] = await Promise.all([
    db.settingValue.findMany({
      where: { effectiveFrom: { lte: toDate(actor.today) } },
      orderBy: [{ key: 'asc' }, { effectiveFrom: 'desc' }, { version: 'desc' }],
      distinct: ['key'],
      select: { key: true, effectiveFrom: true, setBy: { select: { name: true } } },
    }),
    db.settingValue.groupBy({
      by: ['key'],
      where: { effectiveFrom: { gt: toDate(actor.today) } },
      _count: { _all: true },
    }),
  ])
  return settingKeys.map((key) => {
    const row = rows.find((one) => one.key === key)
    return {
      key,
      since: row ? fromDate(row.effectiveFrom) : null,
      setBy: row?.setBy.name ?? null,
      upcoming: upcoming.find((one) => one.key === key)?._count._all ?? 0,
    }
  })
}

export type SettingSubject = {
  key: SettingKey
  /** The last version there is, whichever day it begins on. */
  version: number
  /** What would hold on the day from which the change is to hold. */
  before: Record<string, unknown>
  last: { value: Record<string, unknown>; setBy: string } | null
  setById: string
}

/** The setting that a change is about, for whoever may know of settings. */
export async function settingSubject(
  tx: Tx,
  actor: Actor,
  { key, effectiveFrom }: { key: SettingKey; effectiveFrom: Day },
): Promise<SettingSubject | null> {
  if (!isPortalAdministrator(actor) || !actor.userId) return null
  const [last, settings] = await Promise.all([
    tx.settingValue.findFirst({
      where: { key },
      orderBy: { version: 'desc' },
      select: { version: true, value: true, setBy: { select: { name: true } } },
    }),
    settingsOn(tx, effectiveFrom),
  ])
  return {
    key,
    version: last?.version ?? 0,
    before: settings[key],
    last: last && { value: readValue(key, last.value), setBy: last.setBy.name },
    setById: actor.userId,
  }
}
