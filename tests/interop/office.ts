import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const office = 'soffice'

export function officeVersion(): string {
  try {
    return execFileSync(office, ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    throw new Error('LibreOffice (soffice) is not installed: `npm run interop` compares with what it reads')
  }
}

/** The file as LibreOffice reads and writes it again, in the same format or another. */
export function throughOffice(file: Uint8Array, from: string, to: string): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-office-'))
  try {
    const source = path.join(folder, `in.${from}`)
    const out = path.join(folder, 'out')
    writeFileSync(source, file)
    // A profile of its own: an office that is open elsewhere would take the work and answer nothing.
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    execFileSync(office, [profile, '--headless', '--convert-to', to, '--outdir', out, source], { stdio: 'pipe' })
    return readFileSync(path.join(out, `in.${to.split(':')[0] ?? ''}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
