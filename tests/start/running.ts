import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export type Running = { child: ChildProcess; said: () => string; ended: Promise<{ code: number | null; said: string }> }

/** Runs one of the project's scripts as somebody would, with an environment that holds nothing else. */
export function runScript(
  script: string,
  environment: Record<string, string>,
  options: string[] = [],
  user?: number,
): Running {
  const child = spawn(process.execPath, [script, ...options], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }))
  })
  return { child, said: () => said, ended }
}

/** A data folder of its own, which the server's user may walk through. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-start-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Asks until it is so. */
export async function until<T>(isSo: () => T | Promise<T>, milliseconds = 180_000): Promise<T & {}> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline;) {
    const answer = await isSo()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it has not come to that in time')
}

/** What a program prints of itself when it did not mean to end. */
export const stackTrace = /\n\s+at /
