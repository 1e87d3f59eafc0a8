import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { PrismaClient, type Prisma } from './prisma/client'
import { statementNames } from './statement-names'

/** What mutations write through: always a transaction, never the client. */
export type Tx = Prisma.TransactionClient

/**
 * A client for one database. Statements and waits are bounded, so that a database that hangs gives an error and not a
 * page that never comes. What is sent often is prepared once for each connection (ADR 074).
 */
export function connect(connectionString: string): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString,
      max: env.DATABASE_POOL_MAX,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 60_000,
      query_timeout: 65_000,
    },
    { statementNameGenerator: statementNames() },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 60_000 } })
}

const shared = globalThis as typeof globalThis & { portalDb?: PrismaClient }

/** The client of this process. Kept across hot reloads. */
export const db: PrismaClient = (shared.portalDb ??= connect(env.DATABASE_URL))
