import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startThrowAwayCluster } from '../../../scripts/database/throw-away.mjs'
import { buildPrograms, buildSite } from '../../../scripts/setup/build.mjs'
import { findBrowser } from '../../../scripts/test/browser.mjs'
import { layOutCity } from './city'

/**
 * What the portals of the stories (portal.ts) begin from: the build, a browser, a database server and the backup of a demo
 * city.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  await buildPrograms()
  await buildSite()
  process.env['CHROMIUM_PATH'] ??= await findBrowser()
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-e2e-'))
  const own = process.env['TEST_DATABASE_URL'] ? null : await startThrowAwayCluster()
  const server = process.env['TEST_DATABASE_URL'] ?? own?.urlOf('admin', 'postgres') ?? ''
  process.env['E2E_DATABASE_SERVER'] = server
  process.env['E2E_BACKUP'] = await layOutCity(server, folder)
  return async () => {
    await own?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
