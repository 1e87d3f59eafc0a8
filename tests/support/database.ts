import pg from 'pg'

/** The server that tests use. */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL is not set: tests/support/global-setup.ts does that')
  return url
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.toString()
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The database with all migrations and job tables that tests/support/global-setup.ts has built. */
function template(): string {
  const name = process.env['TEST_TEMPLATE']
  if (!name) throw new Error('TEST_TEMPLATE is not set: tests/support/global-setup.ts does that')
  return name
}

/** A fresh database for one test file, under a name that one worker uses again and again. */
export async function createTestDatabase(worker: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${worker}`
  const drop = () =>
    onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)))
  await drop()
  await onServer((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template()}"`))
  return { url: urlOf(name), drop }
}
