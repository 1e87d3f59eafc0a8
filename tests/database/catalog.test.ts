import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'

type ForeignKey = { name: string; table: string; columns: string[] }

/**
 * Foreign keys without an index that begins with their columns, in any order: deleting what they point at would read the
 * whole table. Partial indexes do not count, unless they leave out nothing but NULL.
 */
const foreignKeysWithoutIndex = () => db.$queryRaw<ForeignKey[]>`
  SELECT fk.conname AS name, fk.conrelid::regclass::text AS table,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = fk.conrelid AND attnum = ANY (fk.conkey) ORDER BY attname) AS columns
  FROM pg_constraint fk
  WHERE fk.contype = 'f' AND fk.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_index i
    WHERE i.indrelid = fk.conrelid AND i.indisvalid
      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
      AND (i.indkey::smallint[])[0:cardinality(fk.conkey) - 1] @> fk.conkey
      AND (i.indkey::smallint[])[0:cardinality(fk.conkey) - 1] <@ fk.conkey)
  ORDER BY 1`

describe('every foreign key has an index that begins with its columns', () => {
  it('in the migrated database', async () => {
    const [{ count }] = await db.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`
    expect(count).toBeGreaterThan(30)
    expect(await foreignKeysWithoutIndex()).toEqual([])
  })

  describe('and a missing one is seen', () => {
    beforeAll(async () => {
      await db.$executeRawUnsafe('CREATE TABLE planted_parents (a int, b int, PRIMARY KEY (a, b))')
      await db.$executeRawUnsafe(
        'CREATE TABLE planted_children (c int, a int, b int, CONSTRAINT planted FOREIGN KEY (a, b) REFERENCES planted_parents)',
      )
    })

    it.each([
      ['none', null, true],
      ['one that begins with something else', 'CREATE INDEX ON planted_children (c, a, b)', true],
      ['one of a part', 'CREATE INDEX ON planted_children (a)', true],
      ['one that leaves rows out', 'CREATE INDEX ON planted_children (a, b) WHERE c > 0', true],
      ['one that begins with them, in another order', 'CREATE INDEX ON planted_children (b, a, c)', false],
    ])('%s', async (_, index, isSeen) => {
      if (index) await db.$executeRawUnsafe(index)
      expect((await foreignKeysWithoutIndex()).map(({ name }) => name)).toEqual(isSeen ? ['planted'] : [])
    })
  })
})
