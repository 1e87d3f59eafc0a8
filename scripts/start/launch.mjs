import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { Refused } from '../database/refusal.mjs'
import { atEnd, endAll, endOnSignals } from '../processes/endings.mjs'
import { findParent, watchParent } from '../processes/parent.mjs'
import { isPortFree } from '../processes/ports.mjs'
import { buildPrograms, buildSite } from '../setup/build.mjs'
import { generateClient } from '../setup/generate.mjs'
import { install } from '../setup/install.mjs'
import { root } from '../setup/root.mjs'
import { openEmbeddedServer, openOwnServer, refuseSilentServer } from './database.mjs'
import { readDeployment, refuseUnsafe } from './deployment.mjs'
import { firstAdministratorLink } from './first-administrator.mjs'
import { findHome, openHome } from './home.mjs'
import { startWeb, startWorker, untilReady } from './programs.mjs'
import { claimRun, endLeftovers, forgetRun, rewriteRun } from './running.mjs'
import { processEnv, seed } from './seed.mjs'
import { readSettings } from './settings.mjs'
import { say, step, warn } from './say.mjs'
import { sayWelcome } from './welcome.mjs'

/** From nothing to a portal that serves: look, set up, open the database, serve. Comes back when the portal is up. */
export async function launch() {
  const began = performance.now()
  const settings = readSettings()
  const home = await lookAround(settings)
  const run = { launcher: process.pid, parent: findParent(), port: settings.port, isEmbedded: !settings.databaseUrl }
  await openHome(home)
  claimRun(home, run)
  atEnd(() => forgetRun(home, run))
  endOnSignals((signal) => say(`\n  ${signal}: the portal stops.`))
  watchParent(run.parent, () => process.kill(process.pid, 'SIGTERM'))
  try {
    await setUp(settings)
    const database = await openDatabase(settings, home)
    const deployment = await prepare(settings, home, database)
    const link =
      deployment.isDemo || deployment.isOpened ? null : await firstAdministratorLink(settings, home, database)
    await serve({ settings, home, database, run })
    sayWelcome({ settings, deployment, link, seconds: (performance.now() - began) / 1_000 })
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

async function setUp(settings) {
  await step('packages', install, (done) =>
    done ? 'installed as package-lock.json says' : 'as package-lock.json says',
  )
  await step('client', generateClient, (done) => (done ? 'generated from prisma/schema' : 'is of this prisma/schema'))
  await step('programs', buildPrograms, (done) => (done ? 'bundled' : 'are of these sources'))
  if (!settings.isDevelopment) await step('site', buildSite, (done) => (done ? 'built' : 'is of these sources'))
}

async function openDatabase(settings, home) {
  const open = () => (settings.databaseUrl ? openOwnServer(settings) : openEmbeddedServer(home))
  const database = await step('database', open, ({ label }) => label)
  atEnd(database.stop)
  if (!database.appRole)
    warn('this server offers one role: a trigger, not a right, keeps the audit trail. DATABASE_OWNER_URL gives two.')
  return { ...database, authSecret: settings.authSecret ?? database.authSecret }
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

async function serve({ settings, home, database, run }) {
  const env = processEnv(settings, home, database)
  const note = (name) => (pid) => rewriteRun(home, Object.assign(run, { [name]: pid }))
  const worker = startWorker({ env, onStart: note('worker'), say: warn })
  atEnd(worker.stop)
  const web = startWeb({ settings, env, onStart: note('web'), say: warn })
  atEnd(web.stop)
  await step(
    'portal',
    () => untilReady(web, settings),
    () => 'serves',
  )
}
