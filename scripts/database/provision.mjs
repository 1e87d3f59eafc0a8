import pg from 'pg'

/**
 * The two roles and the database of an embedded server: `portal_owner` owns everything and migrates, `portal_app` owns
 * nothing and serves. Each part only where it is missing, so that an interrupted first start goes on where it was.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {import('./secrets.mjs').Secrets} secrets
 */
export async function provision(cluster, secrets) {
  const client = new pg.Client({ connectionString: cluster.urlOf('admin', 'postgres') })
  // What goes wrong is told by the call that waits for it.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client
      .query(
        "SELECT 1 FROM pg_database WHERE datname = 'portal' AND has_database_privilege('portal_app', oid, 'CONNECT')",
      )
      .catch(() => ({ rowCount: 0 }))
    if (rowCount) return
    await role(client, 'portal_owner', secrets.ownerPassword)
    await role(client, 'portal_app', secrets.appPassword)
    const { rowCount: present } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'portal'")
    if (!present) await client.query('CREATE DATABASE portal OWNER portal_owner')
    await client.query('REVOKE CONNECT, TEMPORARY ON DATABASE portal FROM PUBLIC')
    await client.query('GRANT CONNECT ON DATABASE portal TO portal_app')
  } finally {
    await client.end()
  }
}

async function role(client, name, password) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  const verb = rowCount ? 'ALTER' : 'CREATE'
  await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
}
