import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

type Secrets = { adminPassword: string; port: number }

/** Asks the embedded server of a data folder as its owner; null while there is none that answers. */
export async function askOwner<Row extends object>(home: string, statement: string): Promise<Row[] | null> {
  let client: pg.Client | null = null
  try {
    const { adminPassword, port } = JSON.parse(readFileSync(path.join(home, 'secrets.json'), 'utf8')) as Secrets
    client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: adminPassword, database: 'portal' })
    client.on('error', () => {})
    await client.connect()
    return (await client.query<Row>(statement)).rows
  } catch {
    return null
  } finally {
    await client?.end().catch(() => {})
  }
}

/** The process of the embedded server. */
export const serverPid = (home: string): number =>
  Number(readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
