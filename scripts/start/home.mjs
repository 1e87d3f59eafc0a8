import { createHash } from 'node:crypto'
import { access, chmod, constants, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isReachableByServer, serverOwner } from '../database/owner.mjs'
import { Refused } from '../database/refusal.mjs'

const shared = '/var/lib/safety-alliance'

/**
 * Where the data lies: the data folder, unless root starts the portal and PostgreSQL's user could not reach it; then a
 * folder named after it below /var/lib. Looks only; `openHome` makes it.
 * @returns {Promise<{ folder: string, note: string | null }>}
 */
export async function findHome({ dataFolder, needsServer }) {
  const present = await nearest(dataFolder)
  if (!(await stat(present)).isDirectory()) throw new Refused(`The data folder ${dataFolder} is a file, not a folder.`)
  await refuseClosed(dataFolder, present)
  if (!needsServer || (await canBeReached(dataFolder, present))) return { folder: dataFolder, note: null }
  const folder = path.join(shared, nameFor(dataFolder))
  await refuseClosed(folder, await nearest(folder))
  return {
    folder,
    note: `PostgreSQL does not run as root, and its user "nobody" cannot reach ${dataFolder}: the data lies in ${folder}.`,
  }
}

/** Makes the folder, so that the server's user can walk through it and read nothing that is not its own. */
export async function openHome(folder) {
  await mkdir(folder, { recursive: true, mode: serverOwner ? 0o711 : 0o700 })
  if (serverOwner && !(await isReachableByServer(folder))) await chmod(folder, 0o711)
}

/** The folder itself, or the closest one above it that is there. */
async function nearest(folder) {
  for (let at = folder; ; at = path.dirname(at)) if (await stat(at).catch(() => null)) return at
}

async function refuseClosed(folder, present) {
  const closed = (error) =>
    new Refused(`The data folder ${folder} cannot be read and written by this user (${error.code}: ${present}).`)
  await access(present, constants.R_OK | constants.W_OK | constants.X_OK).catch((error) => {
    throw closed(error)
  })
  const inside = present === folder ? await readdir(folder) : []
  for (const name of ['postgres', 'secrets.json'].filter((name) => inside.includes(name) && !serverOwner))
    await access(path.join(folder, name), constants.R_OK | constants.W_OK).catch((error) => {
      throw new Refused(
        `The data folder ${folder} was made by another user (${error.code}: ${name}): start as that user, or set DATA_DIR to another folder.`,
      )
    })
}

/** Folders that are still to be made will let others through, and so will an empty one that is ours to open. */
async function canBeReached(folder, present) {
  if (await isReachableByServer(present)) return true
  const isOurs = present === folder && (await readdir(folder)).every((name) => ownNames.has(name))
  return isOurs && isReachableByServer(path.dirname(folder))
}

const ownNames = new Set(['postgres', 'secrets.json', 'files', 'postgres.log', 'seeded.json', 'backups'])

/** Named after the checkout; two of the same name stay apart. */
function nameFor(dataFolder) {
  const base =
    path.basename(dataFolder) === '.data' ? path.basename(path.dirname(dataFolder)) : path.basename(dataFolder)
  return `${base}-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 6)}`
}
