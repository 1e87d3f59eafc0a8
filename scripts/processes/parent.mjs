import { readFileSync } from 'node:fs'
import { commandLineOf, isAlive } from './process-table.mjs'

/**
 * The npm that runs this script, or else whoever started it; null when nobody is left to stop it. A killed npm leaves its
 * shell waiting for us, so the shell is not asked.
 */
export function findParent() {
  let pid = process.ppid
  for (let steps = 0; process.env.npm_lifecycle_event && steps < 3 && pid > 1; steps++) {
    if (/^npm\b|npm-cli/.test(commandLineOf(pid) ?? '')) return pid
    pid = parentOf(pid)
  }
  return process.env.npm_lifecycle_event && process.ppid > 1 ? process.ppid : null
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Calls back once when the parent is gone. */
export function watchParent(parent, whenGone) {
  if (parent === null) return
  const timer = setInterval(() => {
    if (isAlive(parent)) return
    clearInterval(timer)
    whenGone()
  }, 1_000)
  timer.unref()
}
