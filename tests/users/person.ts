import { hashPassword } from '@/lib/access/password'
import { db } from '@/lib/core/db'
import { resolveSession } from '@/lib/access/identity'
import type { Actor } from '@/lib/access/actor'
import { issueLink } from '@/lib/users/link-mutations'
import { worldNow } from '../support/world'

export const password = 'korrekte Pferde 7'

let counter = 0

/** A new account of its own, so that tests do not spend each other's attempts. */
export async function makePerson(data: { passwordHash?: string | null; disabledAt?: Date } = {}) {
  counter += 1
  const email = `person-${counter}@test.example`
  const passwordHash = data.passwordHash === undefined ? await hashPassword(password) : data.passwordHash
  const { id } = await db.user.create({
    data: { email, name: `测试${counter}`, ...data, passwordHash },
    select: { id: true },
  })
  return { id, email }
}

export const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''

export const linkFor = async (kind: 'INVITATION' | 'RESET' | 'FIRST_ADMINISTRATOR', userId: string | null) =>
  tokenOf(await db.$transaction((tx) => issueLink(tx, kind, { userId, createdById: null, at: worldNow })))

export async function actorOf(sessionId: string, at = worldNow): Promise<Actor | null> {
  return (await resolveSession(db, sessionId, at))?.actor ?? null
}

/** A caller nobody else is counted with. */
export const fromElsewhere = () => ({
  address: `10.0.${Math.floor(counter++ / 250)}.${(counter % 250) + 1}`,
  userAgent: 'test',
})
