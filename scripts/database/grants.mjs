/**
 * What the application's role may do: everything with rows, nothing with tables, and the trails only to be read and
 * written on. Repeated after every migration, because a new table has no grants.
 * @param {import('pg').ClientBase} client connected as the owner
 * @param {string} role
 */
export async function grantApplication(client, role) {
  const name = client.escapeIdentifier(role)
  const statements = [
    'BEGIN',
    `GRANT USAGE ON SCHEMA public, pgboss TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${name}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${name}`,
    `REVOKE UPDATE, DELETE ON audit_events, access_events FROM ${name}`,
    // What is migrated, and whether this is a demo, is the owner's to say.
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, deployment FROM ${name}`,
    'COMMIT',
  ]
  for (const statement of statements) await client.query(statement)
}
