import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildPrograms, buildSite } from '../../../scripts/setup/build.mjs'
import { findBrowser } from '../../../scripts/test/browser.mjs'
import { setE2eClock, storyDay, storyStart } from './clock'
import { createCity } from './city'
import { servePortal } from './serve'

/**
 * The portal as `npm start` runs it, for one run of the stories: a database with two roles and the demo city around a
 * fixed day, the site and the worker of the build, and a clock that the stories set.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  await buildPrograms()
  await buildSite()
  process.env['CHROMIUM_PATH'] ??= await findBrowser()
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-e2e-'))
  process.env['E2E_CLOCK_FILE'] = path.join(folder, 'now')
  setE2eClock(storyStart)

  const city = await createCity(storyDay, folder)
  const portal = await servePortal(city.appUrl, folder)
  process.env['E2E_ORIGIN'] = portal.origin
  process.env['E2E_DATABASE_URL'] = city.ownerUrl
  return async () => {
    await portal.stop()
    await city.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}
