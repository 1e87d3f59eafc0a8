import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { actorNames } from './world'
import type { Expected } from './permissions'

/** The rows that the tests of each noun ran, kept for docs/permissions.md and the comparison with the build. */
const folder = path.resolve(import.meta.dirname, '../../test-results/permissions')

export type RanRow = { name: string; expected: Expected }

export function keepRows(noun: string, rows: RanRow[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${noun}.json`), JSON.stringify(rows))
}

export function keptRows(): RanRow[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RanRow[])
    .sort((a, b) => a.name.localeCompare(b.name))
}

const mark = { ok: '✓', FORBIDDEN: '✗', NOT_FOUND: '–', SIGNED_OUT: '·' } as const

/** The table that a bureau officer can read: a line an action, a column an actor. */
export function permissionsDocument(rows: RanRow[]): string {
  const head = `| Action | ${actorNames.join(' | ')} |\n|---|${actorNames.map(() => '---').join('|')}|`
  const lines = rows.map(
    ({ name, expected }) => `| \`${name}\` | ${actorNames.map((actor) => mark[expected[actor]]).join(' | ')} |`,
  )
  return `# Who may do what

Made by the tests from the tables written by hand beside each noun (tests/<noun>/permissions.test.ts); do not edit.
✓ may · ✗ sees it and may not · – does not see it (absent and invisible alike) · blank dot: must sign in first

${head}
${lines.join('\n')}
`
}
