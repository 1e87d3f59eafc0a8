import { expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { locales } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'

it('every period that must not overlap has a sentence for whoever loses the race', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT upper(conname) AS name FROM pg_constraint WHERE contype = 'x' ORDER BY 1`
  expect(rows.length).toBeGreaterThan(0)
  for (const locale of locales)
    expect(Object.keys(messagesOf(locale).refusals)).toEqual(expect.arrayContaining(rows.map(({ name }) => name)))
})
