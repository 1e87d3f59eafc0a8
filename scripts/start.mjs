import { Refused } from './database/refusal.mjs'
import { launch } from './start/launch.mjs'

/**
 * `npm start`: everything from a fresh clone to a portal that serves, with Node and npm alone. What is done already is
 * skipped. `--dev` serves the sources instead of a build.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

try {
  if (major < 20 || (major === 20 && minor < 19))
    throw new Refused(`Node ${process.versions.node} is too old: the portal needs 20.19 or newer.`)
  await launch()
} catch (error) {
  console.error(error instanceof Refused ? `\n${error.message}` : error)
  process.exit(1)
}
