import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'

/**
 * What the embedded server and the portal on top of it must remember: passwords, the signing secret, the port. Readable
 * by whoever starts the portal, and by nobody else.
 * @typedef {{ adminPassword: string, ownerPassword: string, appPassword: string, authSecret: string, port: number | null }} Secrets
 */

const fileIn = (folder) => path.join(folder, 'secrets.json')

/** @returns {Promise<Secrets>} made on the first call */
export async function readSecrets(folder) {
  const text = await readFile(fileIn(folder), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text) return JSON.parse(text)
  const secrets = {
    adminPassword: secret(),
    ownerPassword: secret(),
    appPassword: secret(),
    authSecret: secret(),
    port: null,
  }
  await writeSecrets(folder, secrets)
  return secrets
}

/** Written beside, flushed and renamed: a crash leaves the old file or the new one. */
export async function writeSecrets(folder, secrets) {
  const draft = `${fileIn(folder)}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  await file.writeFile(JSON.stringify(secrets, null, 2))
  await file.sync()
  await file.close()
  await rename(draft, fileIn(folder))
}

const secret = () => randomBytes(32).toString('base64url')
