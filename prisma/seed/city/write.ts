import { randomBytes } from 'node:crypto'
import type { Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { importHolidays } from '@/lib/settings/holiday-mutations'
import { publishedDays } from '@/lib/settings/holiday-rules'
import type { City } from './city'
import { leaveVisit } from './presence'

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
  const { activityAlliances, agendaItems, courses, regulationItems, registrations, attendances, ...others } = tables
  const { explainedCases, quizzes, quizQuestions, quizAttempts, ...registers } = others
  for (const [name, rows] of Object.entries(registers)) await insertAll(tx, snake(name), rows)
  const ofActivities = { activities: keyed, activityAlliances, agendaItems, courses, regulationItems, explainedCases }
  const ofPeople = { registrations, attendances, quizzes, quizQuestions, quizAttempts }
  for (const [name, rows] of Object.entries({ ...ofActivities, ...ofPeople })) await insertAll(tx, snake(name), rows)
  await countPlaces(tx)
  await linkDiscussions(tx)
  await inviteToCome(tx)
  await urgeUnanswered(tx)
  await leaveVisit(tx)
  await certify(tx)
  await sayWhatTheyThought(tx)
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

/**
 * Whoever came to a training of three alliances has a certificate that holds a year, of the hours of its courses; those
 * of the latest one are still to be issued.
 */
const certify = (tx: Tx): Promise<number> => tx.$executeRaw`
  INSERT INTO certificates (id, number, code, activity_id, user_id, enterprise_id, name, enterprise_name, course, hours,
    held_on, issuer, issued_at, issued_by_id, valid_until)
  SELECT gen_random_uuid(),
    'PX' || extract(year FROM c.day) || '-' || c.code || '-' || lpad((row_number() OVER (PARTITION BY c.id ORDER BY c.name, c.user_id))::text, 3, '0'),
    left(replace(replace(encode(uuid_send(gen_random_uuid()), 'base64'), '+', '-'), '/', '_'), 22),
    c.id, c.user_id, c.enterprise_id, c.name, c.enterprise, c.title, c.hours, c.day, c.issuer, c.closed_at, c.created_by_id,
    (c.day + interval '1 year')::date
  FROM (
    SELECT DISTINCT ON (a.id, t.user_id) a.id, a.code, a.title, a.closed_at, a.created_by_id, t.user_id, t.enterprise_id,
      u.name, e.name AS enterprise, h.name AS issuer, (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
      (SELECT sum(k.hours) FROM courses k WHERE k.activity_id = a.id) AS hours
    FROM activities a JOIN alliances h ON h.id = a.host_alliance_id AND h.slug IN ('coatings', 'petrochemical', 'filling-station')
    JOIN attendances t ON t.activity_id = a.id AND t.undone_at IS NULL AND t.mandate_kind IS NOT NULL
    JOIN users u ON u.id = t.user_id JOIN enterprises e ON e.id = t.enterprise_id
    WHERE a.kind = 'TRAINING' AND a.state = 'CLOSED' AND a.starts_at < (
      SELECT max(o.starts_at) FROM activities o
      WHERE o.host_alliance_id = a.host_alliance_id AND o.kind = 'TRAINING' AND o.state = 'CLOSED')
    ORDER BY a.id, t.user_id, t.checked_in_at) c`

/** Three of five of those who came to what was closed in the last quarter said what they thought of it; the demo accounts have still to. */
const sayWhatTheyThought = (tx: Tx): Promise<number> => tx.$executeRaw`
  INSERT INTO activity_feedback (id, activity_id, user_id, content, organization, gain, remark, given_at)
  SELECT gen_random_uuid(), p.activity_id, p.user_id, 3 + p.draw % 3, 5 - p.draw % 7 % 2, 3 + p.draw % 5 % 3,
    CASE p.draw % 11 WHEN 0 THEN '案例讲得透彻，希望多留一点提问时间。' WHEN 3 THEN '内容贴近我们车间，课件已转给班组。'
      WHEN 7 THEN '会场后排看不清投影，线上声音时断时续。' ELSE '' END,
    p.closed_at + (p.draw % 50) * interval '1 hour'
  FROM (
    SELECT DISTINCT a.id AS activity_id, t.user_id, a.closed_at, abs(hashtext(a.id::text || t.user_id::text)) AS draw
    FROM activities a JOIN attendances t ON t.activity_id = a.id AND t.undone_at IS NULL
    JOIN users u ON u.id = t.user_id AND (u.email IS NULL OR u.email ~ '^u[0-9]+@')
    WHERE a.state = 'CLOSED' AND a.starts_at > (SELECT max(starts_at) FROM activities WHERE state = 'CLOSED') - interval '90 days'
  ) p WHERE p.draw % 5 < 3`

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
