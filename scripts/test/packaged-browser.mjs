import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../database/refusal.mjs'
import { program, root } from '../setup/root.mjs'

/**
 * The Chromium that an npm package carries, unpacked once below node_modules with the libraries and a font that a minimal
 * machine lacks. It has no Chinese glyphs: good for tests, not for screenshots.
 * @returns {string} a script that runs it
 */
export function packagedBrowser() {
  const { version } = JSON.parse(readFileSync(program('@sparticuz/chromium/package.json'), 'utf8'))
  const folder = path.join(root, 'node_modules', '.cache', 'portal', `chromium-${version}`)
  if (!existsSync(folder)) unpack(folder)
  return path.join(folder, 'run')
}

function unpack(folder) {
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const code = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
    // It unpacks into the temporary folder, and its libraries only where it believes to be on a machine without any.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
  if (unpacked.status !== 0)
    throw new Refused(`No browser was found, and the packaged one could not be unpacked: ${unpacked.stderr}`)
  writeFileSync(path.join(draft, 'fonts.conf'), fonts(folder))
  writeFileSync(path.join(draft, 'run'), script(folder))
  chmodSync(path.join(draft, 'run'), 0o755)
  renameSync(draft, folder)
}

const fonts = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`

const script = (folder) => `#!/bin/sh
export LD_LIBRARY_PATH="${folder}/al2023/lib:$LD_LIBRARY_PATH"
export FONTCONFIG_FILE="${folder}/fonts.conf"
exec "${folder}/chromium" "$@"
`
