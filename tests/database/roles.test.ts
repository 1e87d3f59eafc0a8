import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantApplication } from '@/scripts/database/grants.mjs'

/** The role that the portal runs as where a server offers two, as `npm start` grants it. */
const role = `app_${randomUUID().slice(0, 8)}`
let owner: pg.Client
let app: pg.Client

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await owner.connect()
  const password = randomUUID()
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`)
  await grantApplication(owner, role)
  const url = new URL(process.env['DATABASE_URL'] ?? '')
  Object.assign(url, { username: role, password })
  app = new pg.Client({ connectionString: url.href })
  await app.connect()
})

afterAll(async () => {
  await app.end()
  await owner.query(`DROP OWNED BY ${role}`)
  await owner.query(`DROP ROLE ${role}`)
  await owner.end()
})

const refused = { code: '42501' }
const trails = ['audit_events', 'access_events']

describe('the role that the portal runs as', () => {
  it('reaches every table of the portal and owns none of them, nor anything else', async () => {
    const { rows } = await app.query<{ table: string; owned: boolean; readable: boolean; may: boolean }>(`
      SELECT c.oid::regclass::text AS table, c.relowner = r.oid AS owned, has_table_privilege(c.oid, 'SELECT') AS readable,
        has_table_privilege(c.oid, 'TRUNCATE') OR has_table_privilege(c.oid, 'TRIGGER') OR has_table_privilege(c.oid, 'REFERENCES') AS may
      FROM pg_class c JOIN pg_roles r ON r.rolname = current_user
      WHERE c.relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) AND c.relkind IN ('r', 'p')`)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(({ owned, readable, may }) => owned || !readable || may)).toEqual([])
    const { rows: owned } = await app.query(
      "SELECT classid::regclass::text FROM pg_shdepend WHERE refobjid = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND deptype = 'o'",
    )
    expect(owned).toEqual([])
  })

  it('makes, changes and takes away no table, and no trigger', async () => {
    for (const statement of [
      'CREATE TABLE public.mine (id int)',
      'CREATE SCHEMA mine',
      'ALTER TABLE users ADD COLUMN mine int',
      'DROP TABLE users',
      'ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only',
      'DROP TRIGGER audit_events_append_only ON audit_events',
      `SET ROLE ${owner.escapeIdentifier(owner.user ?? '')}`,
    ])
      await expect(app.query(statement), statement).rejects.toMatchObject(refused)
  })

  it.each(trails)('reads %s and writes it on, and rewrites nothing', async (table) => {
    await app.query(
      table === 'audit_events'
        ? "INSERT INTO audit_events (id, actor_name, actor_hat, verb, subject_type) VALUES (gen_random_uuid(), 'a', 'b', 'test.write', 'test')"
        : "INSERT INTO access_events (id, actor_name, actor_hat, kind, subject_type) VALUES (gen_random_uuid(), 'a', 'b', 'TEST', 'test')",
    )
    expect((await app.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(1)
    for (const statement of [
      `UPDATE ${table} SET actor_name = 'x'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT (id) DO UPDATE SET actor_name = 'x'`,
    ])
      // By its rights already; the trigger would stop it as well.
      await expect(app.query(statement), statement).rejects.toMatchObject({
        ...refused,
        message: expect.stringContaining('permission denied'),
      })
  })

  it('says neither what is migrated nor whether this is a demo', async () => {
    for (const statement of ['DELETE FROM _prisma_migrations', 'UPDATE deployment SET is_demo = false'])
      await expect(app.query(statement)).rejects.toMatchObject(refused)
  })
})

describe('where there is one role only', () => {
  it.each(trails)('a trigger keeps %s from being rewritten by its owner', async (table) => {
    for (const statement of [`UPDATE ${table} SET actor_name = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(owner.query(statement), statement).rejects.toMatchObject({
        ...refused,
        message: expect.stringContaining('append-only'),
      })
  })
})
