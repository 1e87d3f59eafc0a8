import { startOfDay, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import { namePinyin } from '@/lib/users/mutations'
import { personName } from './names'
import type { Random } from './random'

/** The password of every account of the demo city; a portal that holds it refuses to listen beyond loopback. */
export const demoPassword = 'Demo-2026!'

export type Account = Prisma.UserCreateManyInput & { id: string; name: string }

/** Makes people with an account: a mail address, or for some a mobile number. */
export type Accounts = {
  open: (person: { name?: string; email?: string }) => Account
  made: Account[]
}

export function accountsOf(random: Random, since: Day): Accounts {
  const made: Account[] = []
  const createdAt = startOfDay(since)

  function open({ name = personName(random), email }: { name?: string; email?: string }): Account {
    const serial = String(made.length + 1).padStart(5, '0')
    const byPhone = email === undefined && random.chance(0.3)
    const account = {
      id: random.uuid(),
      email: byPhone ? null : (email ?? `u${serial}@demo.test`),
      phone: byPhone ? `+86199001${serial}` : null,
      name,
      namePinyin: namePinyin(name),
      passwordHash: null,
      locale: 'ZH_CN' as const,
      createdAt,
    }
    made.push(account)
    return account
  }

  return { open, made }
}
