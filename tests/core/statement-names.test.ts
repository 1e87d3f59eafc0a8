import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '@/lib/core/db'
import { env } from '@/lib/core/env'
import { plannedEachTime, statementNames } from '@/lib/core/statement-names'

const asked = (times: number, sql: string, nameOf: (statement: { sql: string }) => string) =>
  Array.from({ length: times }, () => nameOf({ sql }))

describe('a statement has a name', () => {
  const bounds = { names: 2, sightings: 3, watched: 4 }

  it('from the sighting on that makes it frequent, always the same', () => {
    expect(asked(5, 'SELECT 1', statementNames(bounds))).toEqual(['', '', 'often_1', 'often_1', 'often_1'])
  })

  it('of its own', () => {
    const nameOf = statementNames(bounds)
    const [one, other] = ['SELECT 1', 'SELECT 2'].map((sql) => asked(3, sql, nameOf).at(-1))
    expect([one, other]).toEqual(['often_1', 'often_2'])
    expect(nameOf({ sql: 'SELECT 1' })).toBe('often_1')
  })

  it('only while there are names left', () => {
    const nameOf = statementNames(bounds)
    for (const sql of ['SELECT 1', 'SELECT 2']) asked(3, sql, nameOf)
    expect(new Set(asked(9, 'SELECT 3', nameOf))).toEqual(new Set(['']))
    expect(nameOf({ sql: 'SELECT 2' })).toBe('often_2')
  })

  it('although many others came once in between', () => {
    const nameOf = statementNames(bounds)
    for (let list = 0; list < 100; list++) nameOf({ sql: `SELECT ${list} AS once` })
    expect(asked(3, 'SELECT 1', nameOf).at(-1)).toBe('often_1')
  })

  it('never where its plan depends on what it asks for', () => {
    expect(new Set(asked(9, `${plannedEachTime} SELECT 1`, statementNames(bounds)))).toEqual(new Set(['']))
  })
})

describe('the database keeps ready', () => {
  const client = connect(env.DATABASE_URL)
  afterAll(() => client.$disconnect())

  it('what is sent often, by whichever values, and answers as before', async () => {
    await client.$transaction(async (tx) => {
      for (let n = 0; n < 40; n++) {
        expect(await tx.$queryRaw`SELECT ${n}::int AS often`).toEqual([{ often: n }])
        await tx.$queryRawUnsafe(`${plannedEachTime} SELECT ${'1'} AS anew`)
        await tx.$queryRawUnsafe(`SELECT ${n} AS once`)
        await tx.alliance.findMany({ where: { slug: `${n}` }, select: { id: true, years: { select: { id: true } } } })
      }
      const kept = await tx.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`
      expect(kept.map(({ statement }) => statement).filter((statement) => /often|anew|once/.test(statement))).toEqual([
        'SELECT $1::int AS often',
      ])
      expect(kept.filter(({ statement }) => statement.includes('"public"."alliances"'))).toHaveLength(1)
    })
  })
})
