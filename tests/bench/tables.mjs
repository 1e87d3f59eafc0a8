import os from 'node:os'

/** @typedef {{ title: string, note?: string, columns: string[], rows: (string | number | null)[][] }} Table */

const cell = (value) => {
  if (value === null || value === undefined) return '–'
  if (typeof value !== 'number') return value
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 100) / 100)
}

/** Chinese characters take two places of a terminal. */
const width = (text) => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)

/** @param {Table} table */
export function asText({ title, note, columns, rows }) {
  const lines = [columns, ...rows.map((row) => row.map(cell))]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => width(line[index] ?? ''))))
  const pad = (text, index) => {
    const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text)))
    return index === 0 ? text + blank : blank + text
  }
  const body = lines.map((line) => line.map(pad).join('  ')).join('\n')
  return [title, body, ...(note ? [note] : [])].join('\n')
}

/** @param {Table[]} tables */
export function asMarkdown(tables) {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'CPU'}, Node ${process.versions.node}`
  const parts = tables.map(({ title, note, columns, rows }) =>
    [
      `## ${title}`,
      [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...rows.map((row) => row.map(cell))]
        .map((line) => `| ${line.join(' | ')} |`)
        .join('\n'),
      ...(note ? [note] : []),
    ].join('\n\n'),
  )
  return `# Bench\n\nWritten by \`npm run bench -- --write\` on ${machine}. Compare ratios within one run, not times between runs.\n\n${parts.join('\n\n')}\n`
}
