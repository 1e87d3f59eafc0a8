import { existsSync } from 'node:fs'
import path from 'node:path'
import { program, root } from './root.mjs'
import { run } from './run.mjs'
import { forget, isFresh, keep } from './stamps.mjs'

const inputs = ['prisma/schema', 'package-lock.json', 'prisma.config.ts']

/** Generates the database client from the schema unless it is there. @returns {Promise<boolean>} whether anything was done */
export async function generateClient() {
  if (existsSync(path.join(root, 'lib/core/prisma/client.ts')) && isFresh('client', inputs)) return false
  forget('client')
  await run(process.execPath, [program('prisma/build/index.js'), 'generate'], {
    // Generating asks for a native engine that it does not use, and would download it: any program that exists will do.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    failure: 'The database client could not be generated; prisma said:',
  })
  keep('client', inputs)
  return true
}
