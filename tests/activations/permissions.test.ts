import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import { issueCode } from '@/lib/activations/actions'
import { claim, claimAsMyself, openClaim } from '@/lib/activations/claim-actions'
import { issueTicket } from '@/lib/activations/claim-queries'
import { hashCode } from '@/lib/activations/mutations'
import { db } from '@/lib/core/db'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'
import { neighbourCode, words } from './claimant'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const code = 'K7QM3ZRT9WXB'

/** One open code of the enterprise that nobody administers, put there by hand: nothing else of the world moves. */
async function openCode(): Promise<string> {
  const { neighbour } = world.enterprises
  await db.rateLimit.deleteMany()
  await db.activationCode.deleteMany()
  await db.mandate.deleteMany({ where: { enterpriseId: neighbour, kind: 'PRINCIPAL' } })
  await db.appointment.deleteMany({ where: { enterpriseId: neighbour } })
  const { id } = await db.activationCode.create({
    data: {
      enterpriseId: neighbour,
      codeHash: hashCode(code),
      issuedById: world.people.officer.userId,
      issuedAt: worldNow,
      expiresAt: new Date(worldNow.getTime() + 86_400_000),
    },
  })
  return id
}

const everybody = verdicts('ok', { anonymous: 'ok', disabled: 'ok', revoked: 'ok' })

describePermissions('activation', () => world, [
  {
    // Of Fengxian, in the coatings alliance: the bureau of the city, and the coordinators of the alliance. The district sees it.
    action: issueCode,
    input: async () => {
      await openCode()
      return { enterpriseId: world.enterprises.neighbour, days: 60 }
    },
    expected: verdicts('NOT_FOUND', {
      administrator: 'ok',
      officer: 'ok',
      fengxian: 'FORBIDDEN',
      coordinator: 'ok',
      deputy: 'ok',
    }),
  },
  {
    action: openClaim,
    input: async () => {
      await openCode()
      return { creditCode: neighbourCode, code }
    },
    expected: everybody,
  },
  {
    // Bureaus and insurers represent no enterprise.
    action: claimAsMyself,
    input: async () => ({ token: issueTicket(await openCode(), worldNow), role: 'KEEPER', validTo: '' }),
    expected: verdicts('ok', {
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      fengxian: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      insurerAdministrator: 'FORBIDDEN',
      otherCoordinator: 'FORBIDDEN',
      formerCoordinator: 'FORBIDDEN',
    }),
  },
  {
    // Whoever holds the letter makes a new account, whatever else the browser is signed in as. Last: that sign-in ends.
    action: claim,
    input: async () => ({
      token: issueTicket(await openCode(), worldNow),
      name: '顾海棠',
      account: `${randomUUID()}@permissions.test`,
      role: 'PRINCIPAL',
      validTo: '',
      ...words,
    }),
    expected: everybody,
  },
])
