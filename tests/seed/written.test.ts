import { beforeAll, describe, expect, it } from 'vitest'
import type { Hat } from '@/lib/access/actor'
import { loadIdentity } from '@/lib/access/identity'
import { db } from '@/lib/core/db'
import { demoScale, planCity } from '@/prisma/seed/city/city'
import { liveThroughMorning } from '@/prisma/seed/city/recent'
import { writeCity } from '@/prisma/seed/city/write'
import { seedReference } from '@/prisma/seed/reference'

const anchor = '2026-11-24'

beforeAll(async () => {
  await db.$transaction(
    async (tx) => {
      const reference = await seedReference(tx)
      await writeCity(tx, planCity({ anchor, scale: demoScale, reference, yearsThere: [2024] }), 'unset')
      await liveThroughMorning(tx, anchor)
    },
    { timeout: 60_000 },
  )
})

/** The hats that an account may put on, on the anchor day. */
async function hatsOf(email: string): Promise<Hat[]> {
  const user = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const identity = await loadIdentity(db, user.id, anchor)
  return identity?.hats.map(({ hat }) => hat) ?? []
}

const allianceIds = async (slugs: string[]) =>
  (await db.alliance.findMany({ where: { slug: { in: slugs } }, select: { id: true } })).map(({ id }) => id).sort()

describe('the demo city in the database', () => {
  it('the municipal accounts are the administrator and an officer', async () => {
    expect(await hatsOf('municipal@demo.test')).toEqual([{ kind: 'MUNICIPAL', isAdministrator: true }])
    expect(await hatsOf('officer@demo.test')).toEqual([{ kind: 'MUNICIPAL', isAdministrator: false }])
  })

  it.each([
    ['jinshan@demo.test', '310116'],
    ['scip@demo.test', 'SH-SCIP'],
  ])('%s acts for %s', async (email, code) => {
    const body = await db.jurisdiction.findUniqueOrThrow({ where: { code }, select: { id: true } })
    expect(await hatsOf(email)).toMatchObject([{ kind: 'JURISDICTION', jurisdictionId: body.id }])
    expect(await db.enterprise.count({ where: { supervisingJurisdictionId: body.id } })).toBeGreaterThan(3)
  })

  it.each([
    ['insurer@demo.test', ['petrochemical', 'coatings']],
    ['insurer2@demo.test', ['filling-station']],
  ])('%s coordinates %j', async (email, slugs) => {
    const [hat] = await hatsOf(email)
    expect(hat?.kind === 'INSURER' && [...hat.allianceIds].sort()).toEqual(await allianceIds(slugs))
  })

  it('the lead company leads petrochemicals, the member is in coatings and supervised by Jinshan', async () => {
    const [lead] = await hatsOf('lead@demo.test')
    expect(lead?.kind === 'ENTERPRISE' && lead.leadAllianceIds).toEqual(await allianceIds(['petrochemical']))
    const [member] = await hatsOf('member@demo.test')
    if (member?.kind !== 'ENTERPRISE') throw new Error('the member wears no enterprise hat')
    expect(member.allianceIds).toEqual(await allianceIds(['coatings']))
    const { enterpriseId: id } = member
    expect(await db.enterprise.count({ where: { id, supervisingJurisdiction: { code: '310116' } } })).toBe(1)
  })

  it('one person may come for twelve stations', async () => {
    const hats = await hatsOf('station@demo.test')
    expect(hats).toHaveLength(12)
    expect(hats.every((hat) => hat.kind === 'ENTERPRISE' && hat.mandateKind === 'DESIGNATED')).toBe(true)
  })

  it('every alliance has one lead company and an insurer today', async () => {
    const day = new Date(`${anchor}T00:00:00Z`)
    const leads = { kind: 'LEAD' as const, joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] }
    const terms = { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gt: day } }] }
    expect(await db.membership.count({ where: leads })).toBe(9)
    expect(await db.insurerAppointment.count({ where: terms })).toBe(9)
    expect(await db.leadDecision.count()).toBe(10)
  })

  it('went through the morning by the mutations of the portal, with trail and bell', async () => {
    const verbs = await db.auditEvent.findMany({ select: { verb: true }, orderBy: { verb: 'asc' } })
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'activity.cancel',
      'activity.postpone',
      'activity.publish',
      'audience.choose',
      'audience.leave-out',
      'certificate.issue',
      'enterprise.propose-correction',
      'followup.give-item',
      'followup.give-item',
      'followup.give-item',
      'followup.record-decision',
      'followup.record-decision',
      'registration.withdraw',
      'topic.report-progress',
    ])
    const kinds = await db.notification.groupBy({ by: ['kind'], orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'ACTION_ITEM_GIVEN',
      'ACTIVITY_CANCELLED',
      'ACTIVITY_CHANGED',
      'ACTIVITY_INVITED',
      'CERTIFICATES_ISSUED',
      'HOST_AGREED',
      'HOST_ASKED',
      'INVITATION_ENDED',
      'PLACE_GIVEN',
      'PRACTICE_APPROVED',
      'PRACTICE_RETURNED',
      'SLOT_BOOKED',
    ])
    expect(await db.notification.count({ where: { user: { email: 'member@demo.test' } } })).toBeGreaterThan(0)
  })

  it('has practices in each state, as far as each may be read', async () => {
    const rows = await db.practice.findMany({
      select: {
        shareClass: true,
        withdrawnAt: true,
        publicVersionId: true,
        currentVersionId: true,
        adoptedCount: true,
      },
    })
    expect(rows).toHaveLength(9)
    expect(rows.filter((row) => row.withdrawnAt)).toHaveLength(1)
    expect(rows.filter((row) => row.publicVersionId)).toHaveLength(3)
    expect(rows.filter((row) => !row.currentVersionId)).toHaveLength(2)
    expect(rows.reduce((sum, row) => sum + row.adoptedCount, 0)).toBe(await db.adoption.count())
    const late = await db.practiceVersion.count({ where: { savedAt: { gt: new Date(`${anchor}T12:00:00Z`) } } })
    expect(late).toBe(0)
  })

  it('has inspections with findings in each state, slots, disputes and an online list to look at', async () => {
    const states = await db.inspectionFinding.groupBy({ by: ['state'], orderBy: { state: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['OPEN', 'FIXING', 'FIXED', 'CLOSED'])
    const unpaired = { kind: 'MUTUAL_INSPECTION', state: 'PUBLISHED', inspectionPairs: { none: {} } } as const
    expect(await db.activity.count({ where: { ...unpaired, startsAt: { gt: new Date(`${anchor}T00:30:00Z`) } } })).toBe(
      0,
    )
    const own = {
      inspectionPairs: { some: { inspected: { mandates: { some: { user: { email: 'member@demo.test' } } } } } },
    }
    expect(await db.activity.count({ where: own })).toBe(1)
    expect(await db.slotBooking.count()).toBe(2)
    const disputes = await db.dispute.groupBy({ by: ['state'], orderBy: { state: 'asc' } })
    expect(disputes.map(({ state }) => state)).toEqual(['OPEN', 'REJECTED'])
    expect(await db.rosterLine.count({ where: { state: 'OPEN' } })).toBeGreaterThan(2)
  })

  it('places taken are still the registrations that hold one', async () => {
    const wrong = await db.$queryRaw<unknown[]>`SELECT a.id FROM activities a WHERE a.places_taken <>
      (SELECT count(*) FROM registrations r WHERE r.activity_id = a.id AND r.state = 'PLACED')`
    expect(wrong).toEqual([])
  })
})
