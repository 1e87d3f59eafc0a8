import { dayOf, type Day } from '@/lib/core/clock'
import { Prisma, type PrismaClient } from '@/lib/core/prisma/client'
import type { Tx } from '@/lib/core/db'
import type { AppointmentRole, Locale, MandateKind } from '@/lib/core/prisma/enums'
import type { Actor, Hat } from './actor'

/** A hat that a person may put on today: its key for the session row, its label, and what it carries. */
export type WearableHat = { key: string; label: string; hat: Hat }

export type Identity = { userId: string; name: string; locale: Locale; hats: WearableHat[] }

type AppointmentFacts = {
  id: string
  role: AppointmentRole
  isAdministrator: boolean
  officeId: string | null
  office: string | null
}
type MandateFacts = { enterpriseId: string; kind: MandateKind; enterprise: string }
type MembershipFacts = { enterpriseId: string; allianceId: string; isLead: boolean }
type CoverFacts = { id: string; insurerId: string; allianceId: string; alliance: string; coordinator: string }
type IdentityRow = {
  userId: string
  name: string
  locale: Locale
  appointments: AppointmentFacts[]
  mandates: MandateFacts[]
  memberships: MembershipFacts[]
  insured: { insurerId: string; allianceId: string }[]
  covers: CoverFacts[]
}

/** Everything that holds on a day for the user `u`, for one round trip. Half-open periods (appointments, memberships, insurers) exclude their last day, mandates include it. */
const identityColumns = (today: Day) => Prisma.sql`u.id AS "userId", u.name, u.locale,
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'role', a.role, 'isAdministrator', a.is_administrator,
      'officeId', coalesce(a.jurisdiction_id, a.insurer_id, a.enterprise_id),
      'office', coalesce(j.short_name, i.short_name, e.name)) ORDER BY a.role, a.id), '[]')
    FROM appointments a LEFT JOIN jurisdictions j ON j.id = a.jurisdiction_id LEFT JOIN insurers i ON i.id = a.insurer_id
      LEFT JOIN enterprises e ON e.id = a.enterprise_id
    WHERE a.user_id = u.id AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on > ${today}::date)) AS appointments,
  (SELECT coalesce(json_agg(json_build_object('enterpriseId', m.enterprise_id, 'kind', m.kind, 'enterprise', e.name)
      ORDER BY e.name, m.kind), '[]')
    FROM mandates m JOIN enterprises e ON e.id = m.enterprise_id
    WHERE m.user_id = u.id AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)) AS mandates,
  (SELECT coalesce(json_agg(json_build_object('enterpriseId', s.enterprise_id, 'allianceId', s.alliance_id, 'isLead', s.kind = 'LEAD')), '[]')
    FROM memberships s
    WHERE s.enterprise_id IN (SELECT enterprise_id FROM mandates WHERE user_id = u.id
        UNION SELECT enterprise_id FROM appointments WHERE user_id = u.id AND enterprise_id IS NOT NULL)
      AND s.joined_on <= ${today}::date AND (s.left_on IS NULL OR s.left_on > ${today}::date)) AS memberships,
  (SELECT coalesce(json_agg(json_build_object('insurerId', p.insurer_id, 'allianceId', p.alliance_id)), '[]')
    FROM insurer_appointments p
    WHERE (p.coordinator_id = u.id OR p.deputy_id = u.id)
      AND p.starts_on <= ${today}::date AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)) AS insured,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'insurerId', p.insurer_id, 'allianceId', p.alliance_id,
      'alliance', l.name, 'coordinator', k.name) ORDER BY c.starts_on, c.id), '[]')
    FROM covers c JOIN insurer_appointments p ON p.id = c.appointment_id JOIN alliances l ON l.id = p.alliance_id
      JOIN users k ON k.id = p.coordinator_id
    WHERE c.deputy_id = u.id AND c.starts_on <= ${today}::date AND c.ends_on > ${today}::date
      AND p.starts_on <= ${today}::date AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)
      AND EXISTS (SELECT 1 FROM appointments o WHERE o.user_id = u.id AND o.insurer_id = p.insurer_id
        AND o.starts_on <= ${today}::date AND (o.ends_on IS NULL OR o.ends_on > ${today}::date))) AS covers`

/** Everything that holds on a day for a user; null for an unknown or disabled one. */
export async function loadIdentity(client: PrismaClient | Tx, userId: string, today: Day): Promise<Identity | null> {
  const [row] = await client.$queryRaw<IdentityRow[]>`
    SELECT ${identityColumns(today)} FROM users u WHERE u.id = ${userId}::uuid AND u.disabled_at IS NULL`
  return row ? identityOf(row) : null
}

const identityOf = (row: IdentityRow): Identity => ({
  userId: row.userId,
  name: row.name,
  locale: row.locale,
  hats: [
    ...row.appointments.filter((a) => a.role !== 'ENTERPRISE').map((a) => officeHat(a, row)),
    ...row.covers.map(coverHat),
    ...enterpriseHats(row),
  ],
})

function officeHat(appointment: AppointmentFacts, row: IdentityRow): WearableHat {
  const { isAdministrator, role } = appointment
  const officeId = appointment.officeId ?? ''
  const office = role === 'MUNICIPAL' ? '市应急管理局' : (appointment.office ?? '')
  const label = isAdministrator ? `${office} · 管理员` : office
  const key = `appointment:${appointment.id}`
  if (role === 'MUNICIPAL') return { key, label, hat: { kind: 'MUNICIPAL', isAdministrator } }
  if (role === 'JURISDICTION')
    return { key, label, hat: { kind: 'JURISDICTION', jurisdictionId: officeId, isAdministrator } }
  const allianceIds = row.insured.filter((i) => i.insurerId === officeId).map((i) => i.allianceId)
  return { key, label, hat: { kind: 'INSURER', insurerId: officeId, isAdministrator, allianceIds } }
}

/** Standing in for a coordinator is a hat of its own: it holds one alliance, and the trail says for whom it was worn. */
const coverHat = ({ id, insurerId, allianceId, alliance, coordinator }: CoverFacts): WearableHat => ({
  key: `cover:${id}`,
  label: `代 ${coordinator}（${alliance.replace('行业安全联盟', '')} 承保专人）`,
  hat: { kind: 'INSURER', insurerId, isAdministrator: false, allianceIds: [allianceId] },
})

/** One hat for each enterprise, whether held by mandate, by appointment to its office, or both. */
function enterpriseHats(row: IdentityRow): WearableHat[] {
  const offices = row.appointments.filter((a) => a.role === 'ENTERPRISE')
  const names = new Map<string, string>()
  for (const office of offices) if (office.officeId) names.set(office.officeId, office.office ?? '')
  for (const mandate of row.mandates) names.set(mandate.enterpriseId, mandate.enterprise)

  return [...names].map(([enterpriseId, name]) => {
    const kinds = row.mandates.filter((m) => m.enterpriseId === enterpriseId).map((m) => m.kind)
    const designated = kinds.includes('DESIGNATED') ? ('DESIGNATED' as const) : null
    const mandateKind = kinds.includes('PRINCIPAL') ? ('PRINCIPAL' as const) : designated
    const memberships = row.memberships.filter((m) => m.enterpriseId === enterpriseId)
    return {
      key: `enterprise:${enterpriseId}`,
      label: name,
      hat: {
        kind: 'ENTERPRISE' as const,
        enterpriseId,
        mandateKind,
        isAdministrator:
          mandateKind === 'PRINCIPAL' || offices.some((o) => o.officeId === enterpriseId && o.isAdministrator),
        allianceIds: memberships.map((m) => m.allianceId),
        leadAllianceIds: memberships.filter((m) => m.isLead).map((m) => m.allianceId),
      },
    }
  })
}

/** The hat that a session asks for, or the first that holds today. */
export const wornHat = (identity: Identity, key: string | null): WearableHat | null =>
  identity.hats.find((hat) => hat.key === key) ?? identity.hats[0] ?? null

/** The one place that makes an Actor of an identity. */
export function mintActor(
  identity: Identity,
  wearable: WearableHat | null,
  sessionId: string | null,
  today: Day,
): Actor {
  return {
    userId: identity.userId,
    sessionId,
    name: identity.name,
    hat: wearable?.hat ?? { kind: 'NONE' },
    hatKey: wearable?.key ?? '',
    hatLabel: wearable?.label ?? '',
    today,
  } as Actor
}

/** Whoever has not signed in: sees what is public. */
export const anonymousActor = (today: Day): Actor =>
  ({ userId: null, sessionId: null, name: '', hat: { kind: 'NONE' }, hatKey: '', hatLabel: '', today }) as Actor

/** The id of nobody: what an imagined actor has instead of a person. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Whoever may wear this hat on a day, and nobody in particular: to ask a reading policy what people under the hat see.
 * Never to act: no person and no session stand behind it.
 */
export const imaginedActor = (hat: Hat, today: Day): Actor =>
  ({ userId: nobody, sessionId: null, name: '', hat, hatLabel: '', today }) as Actor

/** A sign-in ends after so long without a request, and at the row's own end in any case. */
export const idleMinutesMax = 8 * 60

const lastSeenStepSeconds = 60

export type LiveSession = { actor: Actor; identity: Identity; wornKey: string | null; lastSeenAt: Date }

/**
 * Who a session row stands for at an instant: null when it is unknown, revoked, idle or expired, or its user disabled.
 * The day of the actor is that instant's day in Beijing.
 */
export async function resolveSession(
  client: PrismaClient | Tx,
  sessionId: string,
  at: Date,
): Promise<LiveSession | null> {
  const day = dayOf(at)
  const idleSince = new Date(at.getTime() - idleMinutesMax * 60_000)
  const [row] = await client.$queryRaw<(IdentityRow & { hat: string | null; lastSeenAt: Date })[]>`
    SELECT ${identityColumns(day)}, session.hat, session.last_seen_at AS "lastSeenAt"
    FROM sessions session JOIN users u ON u.id = session.user_id
    WHERE session.id = ${sessionId}::uuid AND session.revoked_at IS NULL AND session.expires_at > ${at}
      AND session.last_seen_at >= ${idleSince} AND u.disabled_at IS NULL`
  if (!row) return null
  const identity = identityOf(row)
  const worn = wornHat(identity, row.hat)
  const actor = mintActor(identity, worn, sessionId, day)
  return { actor, identity, wornKey: worn?.key ?? null, lastSeenAt: row.lastSeenAt }
}

/** Notes that somebody was here, once a minute at most: reading a page is to cost no write. */
export async function markSeen(client: PrismaClient, sessionId: string, lastSeenAt: Date, at: Date): Promise<void> {
  if (at.getTime() - lastSeenAt.getTime() <= lastSeenStepSeconds * 1_000) return
  await client.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: at } })
}
