import ExcelJS from 'exceljs'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { creditCodeProblem } from '@/lib/enterprises/rules'
import { packArchive } from '@/lib/core/archive-writer'

/** Workbooks for the tests, made with the second reader's own writer, never with the portal's. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'imports-'))

export function file(bytes: Uint8Array, name = `${randomUUID()}.xlsx`): string {
  const target = path.join(folder, name)
  writeFileSync(target, bytes)
  return target
}

export const headings = [
  '统一社会信用代码',
  '企业名称',
  '监管区',
  '企业类型',
  '许可证种类',
  '许可证编号',
  '有效期至',
  '所属联盟',
]

/** A credit code that is right: the body with the one digit that fits. */
export const creditCode = (body: string): string => {
  const digit = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((each) => creditCodeProblem(body + each) === null)
  return body + (digit ?? '')
}

export const goodRow = (name = '上海甲乙涂料有限公司', licence = '（沪）WH安许证字[2025]000001') => [
  creditCode('91310116MA1J00001'),
  name,
  '金山区',
  '生产',
  '安全生产许可证',
  licence,
  '2028-03-02',
  '油漆涂料',
]

/** A workbook with these rows on one sheet (or with what `shape` does to it). */
export async function workbook(rows: unknown[][], shape?: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('台账')
  for (const row of rows) sheet.addRow(row)
  shape?.(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const megabyte = 1_000_000

const made: { bomb?: Buffer } = {}

/** 400 MB of sheet in some 400 kB, as its directory says. */
export const bomb = (): Buffer =>
  (made.bomb ??= packArchive(
    new Map([
      ['[Content_Types].xml', Buffer.from('<Types/>')],
      ['_rels/.rels', Buffer.from('<Relationships/>')],
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', Buffer.alloc(400 * megabyte, '<row/>')],
    ]),
    'deflate',
  ))

/** The same bomb with a directory that claims half a megabyte for it. */
export function lyingBomb(): Buffer {
  const bytes = Buffer.from(bomb())
  const claimed = Buffer.alloc(4)
  claimed.writeUInt32LE(400 * megabyte)
  const lie = Buffer.alloc(4)
  lie.writeUInt32LE(megabyte / 2)
  for (let at = bytes.indexOf(claimed); at >= 0; at = bytes.indexOf(claimed, at + 4)) lie.copy(bytes, at)
  return bytes
}

/** The first bytes of a compound container, with the name of a stream somewhere behind. */
export const compound = (streamName: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2_000),
    Buffer.from(streamName, 'utf16le'),
    Buffer.alloc(500),
  ])

/** Replaces a part of a workbook that is not packed with care: the archive is taken apart and packed anew. */
export const archive = (parts: Record<string, string>): Buffer =>
  packArchive(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), 'deflate')
