import { cookies } from 'next/headers'
import { isHttps } from '@/lib/core/env'

/** A signed ticket that leads from one page to the next: in a cookie, so that it stands in no address and in no log. */
const optionsOf = (path: string) => ({ httpOnly: true, sameSite: 'lax', secure: isHttps, path }) as const

type Ticket = { name: string; path: string }

export async function keepTicket({ name, path }: Ticket, value: string, minutes: number): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { ...optionsOf(path), maxAge: minutes * 60 })
}

export const heldTicket = async ({ name }: Ticket): Promise<string | undefined> => (await cookies()).get(name)?.value

export async function dropTicket({ name, path }: Ticket): Promise<void> {
  const jar = await cookies()
  jar.set(name, '', { ...optionsOf(path), maxAge: 0 })
}
