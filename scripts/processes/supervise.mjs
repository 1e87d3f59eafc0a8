import { spawn } from 'node:child_process'
import { root } from '../setup/root.mjs'
import { hasEnded } from './process-table.mjs'

const firstPause = 500
const longestPause = 30_000
/** Whoever has lived so long has recovered. */
const steadyAfter = 30_000

/**
 * Keeps one program of the portal running: when it ends by itself it is started again, after a pause that doubles while it
 * keeps ending. In a process group of its own, so that Ctrl-C reaches only the launcher.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, onStart: (pid: number) => void, say: (sentence: string) => void }} options
 */
export function supervise({ name, args, env, onStart, say }) {
  let child = null
  let timer = null
  let pause = firstPause
  let isStopping = false
  let ends = 0

  function start() {
    const began = Date.now()
    child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, LAUNCHER_PID: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout.on('data', (chunk) => process.stdout.write(withoutBanner(chunk)))
    if (child.pid) onStart(child.pid)
    child.once('exit', (code, signal) => {
      if (isStopping) return
      ends++
      if (Date.now() - began > steadyAfter) pause = firstPause
      say(`The ${name} ended (${signal ?? code}); it is started again in ${pause / 1_000} s.`)
      timer = setTimeout(start, pause)
      pause = Math.min(pause * 2, longestPause)
    })
    child.on('error', () => {})
  }

  /** Asks it to finish what it has in hand; after the time it is ended. */
  async function stop(milliseconds = 12_000) {
    isStopping = true
    if (timer) clearTimeout(timer)
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    if (!(await hasEnded(child.pid, milliseconds))) child.kill('SIGKILL')
  }

  start()
  return { stop, ends: () => ends }
}

/** Next greets at every start; the launcher has its own words for that. */
const withoutBanner = (chunk) =>
  String(chunk)
    .split('\n')
    .filter(
      (line) =>
        !/^\s*(▲ Next\.js|✓ (Starting|Ready|Running next\.config)|- (Local|Network|Environments|Experiments)|$)/.test(
          line,
        ),
    )
    .map((line) => `${line}\n`)
    .join('')
