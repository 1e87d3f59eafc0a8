import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { databaseEnded, isLostConnection, Refused } from '../database/refusal.mjs'
import { atEnd, endAll, endOnSignals } from '../processes/endings.mjs'
import { findParent, watchParent } from '../processes/parent.mjs'
import { isPortFree } from '../processes/ports.mjs'
import { buildPrograms, buildSite } from '../setup/build.mjs'
import { generateClient } from '../setup/generate.mjs'
import { install } from '../setup/install.mjs'
import { root } from '../setup/root.mjs'
import { embeddedAddresses, openEmbeddedServer, openOwnServer, refuseSilentServer } from './database.mjs'
import { readDeployment, refuseUnsafe } from './deployment.mjs'
import { firstAdministratorLink } from './first-administrator.mjs'
import { findHome, openHome } from './home.mjs'
import { startWeb, startWorker, untilReady } from './programs.mjs'
import { claimRun, endLeftovers, forgetRun, rewriteRun } from './running.mjs'
import { processEnv, seed } from './seed.mjs'
import { isLoopback, readSettings } from './settings.mjs'
import { say, step, warn } from './say.mjs'
import { sayWelcome } from './welcome.mjs'

/** From nothing to a portal that serves: look, set up, open the database, serve. Comes back when the portal is up. */
export async function launch() {
  const settings = readSettings()
  const home = await lookAround(settings)
  const run = { launcher: process.pid, parent: findParent(), port: settings.port, isEmbedded: !settings.databaseUrl }
  await openHome(home)
  claimRun(home, run)
  atEnd(() => forgetRun(home, run))
  endOnSignals((signal) => say(`\n  ${signal}: the portal stops.`))
  watchParent(run.parent, () => process.kill(process.pid, 'SIGTERM'))
  try {
    const isBuilt = !(await setUp(settings))
    const early = isBuilt ? await startWebEarly({ settings, home, run }) : null
    const database = await openDatabase(settings, home)
    const deployment = await whileItLives(database, () => prepare(settings, home, database))
    const link = await firstAdministratorLink({ settings, home, database, deployment })
    await serve({ settings, home, database, run, early })
    sayWelcome({ settings, deployment, link, seconds: performance.now() / 1_000 })
  } catch (error) {
    await endAll()
    throw error
  }
}

/** Everything that can be refused before anything is changed. Gives the folder of the data. */
async function lookAround(settings) {
  const isEmbedded = !settings.databaseUrl
  const { folder, note } = await findHome({ dataFolder: settings.dataFolder, needsServer: isEmbedded })
  await endLeftovers({ home: folder, port: settings.port, isEmbedded })
  if (!(await isPortFree(settings.host, settings.port)))
    throw new Refused(
      `Port ${settings.port} on ${settings.host} is in use by another program: stop it, or set PORT to another number.`,
    )
  for (const url of [settings.databaseUrl, settings.databaseOwnerUrl]) if (url) await refuseSilentServer(url)
  say('\n  Safety Alliance Portal · 上海市危险化学品行业安全联盟\n')
  if (note) warn(note)
  return folder
}

/** @returns {Promise<boolean>} whether anything had to be done */
async function setUp(settings) {
  const done = [
    await step('packages', install, (did) =>
      did ? 'installed as package-lock.json says' : 'as package-lock.json says',
    ),
    await step('client', generateClient, (did) => (did ? 'generated from prisma/schema' : 'is of this prisma/schema')),
    await step('programs', buildPrograms, (did) => (did ? 'bundled' : 'are of these sources')),
    settings.isDevelopment || (await step('site', buildSite, (did) => (did ? 'built' : 'is of these sources'))),
  ]
  return done.includes(true)
}

async function openDatabase(settings, home) {
  const open = () => (settings.databaseUrl ? openOwnServer(settings) : openEmbeddedServer(home))
  const database = await step('database', open, ({ label }) => label)
  atEnd(database.stop)
  if (!database.appRole)
    warn('this server offers one role: a trigger, not a right, keeps the audit trail. DATABASE_OWNER_URL gives two.')
  return { ...database, authSecret: settings.authSecret ?? database.authSecret }
}

async function whileItLives(database, work) {
  const before = database.ends()
  try {
    return await work()
  } catch (error) {
    throw database.ends() > before || isLostConnection(error) ? databaseEnded() : error
  }
}

async function prepare(settings, home, database) {
  const { prepareDatabase } = await import('../database/prepare.mjs')
  const { queues } = await import(pathToFileURL(path.join(root, 'dist/queues.mjs')).href)
  await step(
    'migrations',
    () => prepareDatabase({ ...database, queues }),
    (applied) => (applied.length > 0 ? `${applied.length} applied` : 'all applied'),
  )
  const before = await readDeployment(database)
  refuseUnsafe(before ?? { isDemo: settings.wantsDemo }, settings)
  const contents = settings.wantsDemo ? 'reference data and the demo city' : 'reference data'
  await step(
    'contents',
    () => seed({ home, database, settings, deployment: before }),
    (done) => (done ? `${contents} written` : 'are there'),
  )
  return readDeployment(database)
}

/**
 * Where everything was done before, the site starts beside the database and not after it. Only where nobody else could
 * reach it before it is known what the database holds.
 */
async function startWebEarly({ settings, home, run }) {
  const known = settings.databaseUrl || !isLoopback(settings.host) ? null : await embeddedAddresses(home)
  if (!known) return null
  const database = { ...known, authSecret: settings.authSecret ?? known.authSecret }
  return { appUrl: database.appUrl, web: openWeb({ settings, home, database, run }) }
}

function openWeb({ settings, home, database, run }) {
  const env = processEnv(settings, home, database)
  const web = startWeb({
    settings,
    env,
    onStart: (pid) => rewriteRun(home, Object.assign(run, { web: pid })),
    say: warn,
  })
  atEnd(web.stop)
  return web
}

async function serve({ settings, home, database, run, early }) {
  const isWhereExpected = early?.appUrl === database.appUrl
  if (early && !isWhereExpected) await early.web.stop()
  const web = isWhereExpected ? early.web : openWeb({ settings, home, database, run })
  const env = processEnv(settings, home, database)
  const worker = startWorker({
    env,
    onStart: (pid) => rewriteRun(home, Object.assign(run, { worker: pid })),
    say: warn,
  })
  atEnd(worker.stop)
  await step(
    'portal',
    () => untilReady(web, settings),
    () => 'serves',
  )
}
