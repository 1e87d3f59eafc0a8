import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

/**
 * Remembers from which files a step of the set-up was made, so that the next start skips it. Below node_modules, so that
 * a fresh installation makes everything anew.
 */
const folder = path.join(root, 'node_modules', '.cache', 'portal')

/** Whether `inputs` are what they were when `keep` was called. Looks at dates first and reads only what has moved. */
export function isFresh(step, inputs) {
  const kept = read(step)
  if (!kept) return false
  const files = filesOf(inputs)
  if (kept.glance === glance(files)) return true
  if (kept.contents !== contents(files)) return false
  keep(step, inputs)
  return true
}

export function keep(step, inputs) {
  const files = filesOf(inputs)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${step}.json`)
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ glance: glance(files), contents: contents(files) }))
  renameSync(`${file}.${process.pid}`, file)
}

/** Before a step is done again: if it is interrupted, it counts as not done. */
export const forget = (step) => rmSync(path.join(folder, `${step}.json`), { force: true })

function read(step) {
  try {
    return JSON.parse(readFileSync(path.join(folder, `${step}.json`), 'utf8'))
  } catch {
    return null
  }
}

/** All files at or below the inputs, in a stable order; an input that is not there counts as absent. */
function filesOf(inputs) {
  return inputs.flatMap((input) => walk(input)).sort()
}

function walk(name) {
  const stats = statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [name]
  // The generated client follows from the schema; reading it would only cost time.
  if (name === 'lib/core/prisma') return []
  return readdirSync(path.join(root, name)).flatMap((entry) => walk(`${name}/${entry}`))
}

function glance(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(path.join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function contents(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
