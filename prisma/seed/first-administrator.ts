import { newLinkToken } from '@/lib/access/link-token'
import { toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'

/**
 * The way into an empty portal: an invitation for a first administrator of the municipal bureau, known by the account
 * `--account=<mail address or mobile number>`. Prints the token of its link, and nothing once somebody has a password.
 * Only the newest link is good.
 */
const account = process.argv.find((argument) => argument.startsWith('--account='))?.slice('--account='.length) ?? ''
const daysValid = 7

const token = await db.$transaction(async (tx) => {
  // Two starts at once must not invite two.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`
  const isOpened = (await tx.user.count({ where: { passwordHash: { not: null } } })) > 0
  return isOpened ? null : invite(tx)
})
if (token) console.log(token)
await db.$disconnect()

async function invite(tx: Tx): Promise<string> {
  const where = account.includes('@') ? { email: account.toLowerCase() } : { phone: account }
  const known = await tx.user.findUnique({ where, select: { id: true } })
  const { id } = known ?? (await appoint(tx, where))
  await tx.userToken.deleteMany({ where: { userId: id, usedAt: null } })

  const { token, tokenHash } = newLinkToken()
  const expiresAt = new Date(now().getTime() + daysValid * 24 * 60 * 60 * 1_000)
  await tx.userToken.create({ data: { userId: id, kind: 'INVITATION', tokenHash, expiresAt } })
  return token
}

function appoint(tx: Tx, contact: { email: string } | { phone: string }): Promise<{ id: string }> {
  return tx.user.create({
    data: {
      ...contact,
      name: '系统管理员',
      appointments: { create: { role: 'MUNICIPAL', isAdministrator: true, startsOn: toDate(today()) } },
    },
    select: { id: true },
  })
}
