import { beforeAll, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

describe('the actor is what holds today', () => {
  it('a disabled user and a revoked session are nobody at the next request', async () => {
    expect((await world.actor('disabled')).userId).toBeNull()
    expect((await world.actor('revoked')).userId).toBeNull()
  })

  it('a mandate holds on its last day and no longer on the next', async () => {
    expect((await world.actor('expired')).hat.kind).toBe('NONE')
    await db.mandate.updateMany({
      where: { userId: world.people.expired.userId },
      data: { validTo: toDate('2026-11-24') },
    })
    expect((await world.actor('expired')).hat.kind).toBe('ENTERPRISE')
  })

  it('an insurer appointment that ended leaves the hat but no alliance', async () => {
    expect((await world.actor('formerCoordinator')).hat).toMatchObject({ kind: 'INSURER', allianceIds: [] })
    expect((await world.actor('coordinator')).hat).toMatchObject({
      kind: 'INSURER',
      allianceIds: [world.alliances.coatings],
    })
  })

  it('the lead of one alliance leads no other', async () => {
    expect((await world.actor('lead')).hat).toMatchObject({ leadAllianceIds: [world.alliances.coatings] })
    expect((await world.actor('principal')).hat).toMatchObject({ leadAllianceIds: [], mandateKind: 'PRINCIPAL' })
  })

  it('an appointment that ended is gone at the next request', async () => {
    await db.appointment.updateMany({
      where: { userId: world.people.officer.userId },
      data: { endsOn: toDate('2026-11-24') },
    })
    expect((await world.actor('officer')).hat.kind).toBe('NONE')
  })
})

describe('the audit trail', () => {
  it.each(['audit_events', 'access_events'])('%s can be neither changed nor emptied', async (table) => {
    await db.auditEvent.create({ data: { actorName: 'a', actorHat: 'b', verb: 'test.write', subjectType: 'test' } })
    for (const statement of [`UPDATE ${table} SET actor_name = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
    }
  })
})
