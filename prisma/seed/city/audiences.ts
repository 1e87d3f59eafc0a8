import { isSignedIn, type Actor } from '@/lib/access/actor'
import { record } from '@/lib/access/audit'
import { activitySubject } from '@/lib/activities/queries'
import { chooseAudience, leaveOut } from '@/lib/audiences/mutations'
import type { Tx } from '@/lib/core/db'
import { reviseInvitations } from '@/lib/places/audience-mutations'
import type { AllianceSlug } from '../nine-alliances'

type Morning = { tx: Tx; at: Date; insurer: Actor }

/**
 * Whom activities are for: everything that is published follows its alliances and has been held against them this morning;
 * one meeting leaves two firms out by name; a draft means the principals of firms that produce.
 */
export async function chooseAudiences({ tx, at, insurer }: Morning): Promise<void> {
  if (!isSignedIn(insurer)) return
  await tx.$executeRaw`INSERT INTO audience_rules (activity_id, business_kinds, mandate_kinds)
    SELECT id, '{}', '{}' FROM activities WHERE state = 'PUBLISHED' ON CONFLICT DO NOTHING`
  await leaveTwoOut({ tx, at, insurer })
  await narrowDraft({ tx, at, insurer })
  const coming = await tx.activity.findMany({
    where: { state: 'PUBLISHED', startsAt: { gt: at } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of coming) await reviseInvitations(tx, { activityId: id, at })
}

async function nextOf({ tx, at, insurer }: Morning, slugs: AllianceSlug[], state: 'DRAFT' | 'PUBLISHED') {
  const next = await tx.activity.findFirst({
    where: { hostAlliance: { slug: { in: slugs } }, state, startsAt: { gt: at } },
    select: { id: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return next && activitySubject(tx, insurer, next)
}

async function leaveTwoOut(morning: Morning): Promise<void> {
  const { tx, at, insurer } = morning
  const activity = await nextOf(morning, ['petrochemical'], 'PUBLISHED')
  if (!activity) return
  const firms = await tx.enterprise.findMany({
    where: {
      memberships: { some: { allianceId: activity.hostAllianceId, kind: 'MEMBER', leftOn: null } },
      mandates: { some: { user: { invitations: { some: { activityId: activity.id } } } } },
      registrations: { none: { activityId: activity.id } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 2,
  })
  for (const { id, name } of firms) {
    await leaveOut(tx, { activityId: activity.id, enterpriseId: id, at })
    await record(tx, insurer, 'audience.leave-out', {
      subjectType: 'activity',
      subjectId: activity.id,
      subjectLabel: activity.title,
      changes: { enterprise: [null, name] },
    })
  }
}

async function narrowDraft(morning: Morning): Promise<void> {
  const { tx, at, insurer } = morning
  const activity = await nextOf(morning, ['coatings', 'petrochemical'], 'DRAFT')
  if (!activity) return
  const changes = await chooseAudience(tx, {
    activity,
    input: {
      id: activity.id,
      version: activity.version,
      allianceIds: activity.alliances.map(({ allianceId }) => allianceId),
      jurisdictionIds: [],
      businessKinds: ['PRODUCTION'],
      mandateKinds: ['PRINCIPAL'],
      isUntrainedOnly: false,
    },
    at,
  })
  await record(tx, insurer, 'audience.choose', {
    subjectType: 'activity',
    subjectId: activity.id,
    subjectLabel: activity.title,
    changes,
  })
}
