import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRegistry } from '@/lib/imports/documents'
import { Refusal } from '@/lib/core/result'
import { messagesOf } from '@/lib/text/messages'
import { archive, bomb, compound, file, goodRow, headings, lyingBomb, workbook } from './fixtures'

/** The code that a file is refused with; `null` when it is taken. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    const registry = await openRegistry(file(bytes), null)
    for await (const row of registry.rows()) void row
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const parts = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels':
    '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
}

const refused: [what: string, code: string, bytes: () => Promise<Buffer> | Buffer][] = [
  ['an empty file', 'FILE_EMPTY', () => Buffer.alloc(0)],
  ['a text', 'NOT_A_WORKBOOK', () => Buffer.from('企业名称,统一社会信用代码\n')],
  ['a picture', 'NOT_A_WORKBOOK', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a zip of something else', 'NOT_A_WORKBOOK', () => archive({ 'readme.txt': 'hello' })],
  ['a workbook without its workbook', 'NOT_A_WORKBOOK', () => archive({ ...parts, 'xl/workbook.xml': '' })],
  ['a torn workbook', 'FILE_DAMAGED', async () => (await workbook([headings, goodRow()])).subarray(0, 3_000)],
  ['an old .xls', 'FILE_IS_OLD_EXCEL', () => compound('Workbook')],
  ['a workbook with a password', 'FILE_HAS_PASSWORD', () => compound('EncryptedPackage')],
  [
    'a workbook with macros',
    'FILE_HAS_MACROS',
    () => archive({ ...parts, 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' }),
  ],
  ['a binary workbook', 'FILE_IS_OTHER_FORMAT', () => archive({ ...parts, 'xl/workbook.bin': 'x' })],
  ['an OpenDocument sheet', 'FILE_IS_OTHER_FORMAT', () => archive({ mimetype: 'x', 'content.xml': '<x/>' })],
  [
    'entities that expand',
    'FILE_DAMAGED',
    () => archive({ ...parts, 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }),
  ],
  [
    'a formula in a cell',
    'FILE_HAS_FORMULAS',
    () => workbook([headings, goodRow(), [...goodRow().slice(0, 7), { formula: 'A1', result: '油漆涂料' }]]),
  ],
  ['no header that is recognised', 'NO_HEADER', () => workbook([['甲', '乙', '丙'], goodRow()])],
  [
    'no visible sheet',
    'NO_HEADER',
    () => workbook([headings, goodRow()], (book) => ((book.worksheets[0] ?? book.addWorksheet()).state = 'hidden')),
  ],
  [
    'a thousand entries',
    'ARCHIVE_TOO_LARGE',
    () => archive(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`${index}.xml`, '']))),
  ],
]

describe('a file that cannot be imported is refused by what is wrong with it', () => {
  it.each(refused)('%s: %s', async (_, code, bytes) => {
    expect(await refusal(await bytes())).toBe(code)
    expect(messagesOf('zh-CN').refusals[code]).toBeTruthy()
  })

  it('a workbook that is right is taken', async () => {
    expect(await refusal(await workbook([headings, goodRow()]))).toBeNull()
  })
})

describe('a zip bomb', () => {
  const reader = file(Buffer.alloc(0), 'reader.mjs')

  beforeAll(async () => {
    await build({
      stdin: {
        resolveDir: path.resolve(import.meta.dirname, '../..'),
        contents: `import { existsSync, readFileSync } from 'node:fs'
          import { openRegistry } from '@/lib/imports/documents'
          const before = process.memoryUsage().rss, began = process.cpuUsage()
          const code = await openRegistry(process.argv[2], null).then(() => 'taken', (error) => error.code)
          const peak = existsSync('/proc/self/status')
            ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
            : process.memoryUsage().rss
          const { user, system } = process.cpuUsage(began)
          console.log(JSON.stringify({ code, moreMegabytes: (peak - before) / 1e6, cpuMs: (user + system) / 1e3 }))`,
      },
      alias: { '@': path.resolve(import.meta.dirname, '../..') },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: reader,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    })
  })

  it.each([
    ['as its directory says', bomb],
    ['with a directory that lies', lyingBomb],
  ])('%s is refused with a second of work and 64 MB', (_, make) => {
    const child = spawnSync(process.execPath, [reader, file(make())], { encoding: 'utf8' })
    const seen = JSON.parse(child.stdout) as { code: string; moreMegabytes: number; cpuMs: number }
    expect(seen.code).toBe('ARCHIVE_TOO_LARGE')
    expect(seen.moreMegabytes).toBeLessThan(64)
    expect(seen.cpuMs).toBeLessThan(1_000)
  })
})
