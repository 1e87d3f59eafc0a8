import { spawn } from 'node:child_process'
import { Refused } from '../database/refusal.mjs'
import { atEnd } from '../processes/endings.mjs'
import { root } from './root.mjs'

/**
 * Runs a program of the set-up to its end. What it says is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, failure: string }} options `failure` says what did not work, in a sentence
 */
export async function run(command, args, { env = {}, failure }) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  })
  const isOver = atEnd(() => child.kill('SIGTERM'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', resolve)
  })
  isOver()
  if (code === 0) return said
  throw new Refused(`${failure}\n${said.trim().split('\n').slice(-40).join('\n')}`)
}
