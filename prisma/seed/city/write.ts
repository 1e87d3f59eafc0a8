import { randomBytes } from 'node:crypto'
import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { importHolidays } from '@/lib/settings/holiday-mutations'
import { publishedDays } from '@/lib/settings/holiday-rules'
import type { City } from './city'

const chunkRows = 5_000

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Writes rows set by set: PostgreSQL takes them apart itself, so that 45,000 rows are nine statements and not a list of
 * half a million parameters. Table and column names come from the plan's own keys, never from outside.
 */
async function insertAll(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = fields.map((field) => `"${snake(field)}"`).join(', ')
  for (let from = 0; from < rows.length; from += chunkRows) {
    const chunk = rows
      .slice(from, from + chunkRows)
      .map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [snake(field), value])))
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      JSON.stringify(chunk),
    )
  }
}

/** Writes a planned city; what must not be foreseeable (hash, keys of the check-in codes) is added here. */
export async function writeCity(tx: Tx, city: City, passwordHash: string): Promise<void> {
  const { users, activities, ...tables } = city
  const keyed = activities.map((row) => ({ ...row, checkInSecret: randomBytes(32).toString('base64url') }))
  await insertAll(
    tx,
    'users',
    users.map((row) => ({ ...row, passwordHash })),
  )
  const { activityAlliances, agendaItems, registrations, attendances, ...registers } = tables
  for (const [name, rows] of Object.entries(registers)) await insertAll(tx, snake(name), rows)
  for (const [name, rows] of Object.entries({
    activities: keyed,
    activityAlliances,
    agendaItems,
    registrations,
    attendances,
  }))
    await insertAll(tx, snake(name), rows)
  await countPlaces(tx)
  await linkDiscussions(tx)
  await inviteToCome(tx)
  await urgeUnanswered(tx)
}

/** What was given to the members of each alliance, as taking places counts it. */
const countPlaces = (tx: Tx): Promise<number> => tx.$executeRaw`
  UPDATE activity_alliances aa SET places_taken = c.count FROM (
    SELECT activity_id, alliance_id, count(*) AS count FROM registrations
    WHERE state = 'PLACED' GROUP BY activity_id, alliance_id) c
  WHERE c.activity_id = aa.activity_id AND c.alliance_id = aa.alliance_id`

/** What is published and still to come has invited whoever holds a mandate of a member, as publishing does. */
const inviteToCome = (tx: Tx): Promise<number> => tx.$executeRaw`
  INSERT INTO invitations (id, activity_id, user_id, created_at)
  SELECT gen_random_uuid(), a.id, m.user_id, a.published_at
  FROM activities a
  JOIN activity_alliances aa ON aa.activity_id = a.id
  JOIN memberships s ON s.alliance_id = aa.alliance_id
    AND s.joined_on <= (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date
    AND (s.left_on IS NULL OR s.left_on > (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date)
  JOIN mandates m ON m.enterprise_id = s.enterprise_id
    AND m.valid_from <= a.published_at::date AND (m.valid_to IS NULL OR m.valid_to >= a.published_at::date)
  WHERE a.state = 'PUBLISHED' AND a.published_at IS NOT NULL
  GROUP BY a.id, m.user_id`

/** Six days before the anchor the organisers urged half of those who had not answered for an activity of the next fortnight. */
const urgeUnanswered = (tx: Tx): Promise<number> => tx.$executeRaw`
  INSERT INTO invitation_urges (id, invitation_id, day, urged_by_id, created_at)
  SELECT gen_random_uuid(), i.id, ((a.published_at + interval '25 days') AT TIME ZONE 'Asia/Shanghai')::date,
    a.created_by_id, a.published_at + interval '25 days'
  FROM activities a JOIN invitations i ON i.activity_id = a.id
  WHERE a.state = 'PUBLISHED' AND a.starts_at BETWEEN a.published_at + interval '32 days' AND a.published_at + interval '45 days'
    AND a.registration_opens_at <= a.published_at + interval '25 days' AND abs(hashtext(i.user_id::text)) % 2 = 0
    AND NOT EXISTS (
      SELECT 1 FROM mandates m JOIN registrations r ON r.enterprise_id = m.enterprise_id AND r.activity_id = a.id
      WHERE m.user_id = i.user_id)`

/** Each topic of a running year was taken up by the meetings of its alliance, in turn. */
const linkDiscussions = (tx: Tx): Promise<number> => tx.$executeRaw`
  INSERT INTO activity_topics (activity_id, topic_id)
  SELECT a.id, t.id FROM (
    SELECT t.*, y.alliance_id, y.year, row_number() OVER (PARTITION BY y.id ORDER BY t.title) AS turn
    FROM topics t JOIN alliance_years y ON y.id = t.alliance_year_id WHERE y.state = 'RUNNING') t
  JOIN (
    SELECT a.*, row_number() OVER (PARTITION BY a.host_alliance_id ORDER BY a.starts_at) AS turn
    FROM activities a WHERE a.kind IN ('EXCHANGE_MEETING', 'DISCUSSION') AND a.state IN ('HELD', 'CLOSED')) a
    ON a.host_alliance_id = t.alliance_id AND extract(year FROM a.starts_at AT TIME ZONE 'Asia/Shanghai') = t.year
      AND a.turn % 2 = t.turn % 2`

/** The bureau has taken over the holidays of the years that are published; of the next one it is warned. */
export async function keepCalendar(tx: Tx, anchor: Day): Promise<void> {
  const year = Number(anchor.slice(0, 4))
  for (const one of [year - 2, year - 1, year]) if (publishedDays(one).length > 0) await importHolidays(tx, one)
}

/** Years that stood there before the city came (2024, with the topics of the annex) lie behind it: closed, their topics done. */
export async function settlePastYears(tx: Tx, anchor: Day): Promise<void> {
  const year = { lt: Number(anchor.slice(0, 4)) }
  await tx.allianceYear.updateMany({ where: { year, state: 'PLANNED' }, data: { state: 'CLOSED', meetingTarget: 4 } })
  await tx.topic.updateMany({
    where: { allianceYear: { year }, state: 'PLANNED' },
    data: { state: 'DONE', progressNote: '成果已在联盟内推广' },
  })
}
