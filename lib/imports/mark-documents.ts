import { packArchive } from '@/lib/core/archive-writer'
import { inflateArchive } from '@/lib/core/archive'
import { Refusal } from '@/lib/core/result'
import { pathOfSheet } from '@/lib/core/spreadsheet'
import { addBoxes, addComments, commentedCells } from './comment-rules'
import { archiveLimits } from './documents'
import { colourCells, columnName, Styles, type Mark } from './mark-rules'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of an archive as text; what is not asked for stays as it came. */
class Parts {
  constructor(private readonly parts: Map<string, Buffer>) {}

  text(name: string): string | undefined {
    return this.parts.get(name)?.toString('utf8')
  }

  set(name: string, text: string): void {
    this.parts.set(name, Buffer.from(text))
  }

  /** A name that no part has yet, numbered as offices number them: some readers know these names only. */
  free(name: (number: number) => string): string {
    let number = 1
    while (this.parts.has(name(number))) number += 1
    return name(number)
  }

  pack(): Buffer {
    return packArchive(this.parts, 'deflate')
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const relationsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`

/** `../comments1.xml` beside `xl/worksheets/sheet1.xml` → `xl/comments1.xml` */
const resolve = (target: string, from: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `http://zip/${from}`).pathname.slice(1)

function related(relations: string | undefined, type: string, from: string): string | undefined {
  const tag = relations?.match(/<(?:\w+:)?Relationship\b[^>]*>/g)?.find((each) => each.includes(`/${type}"`))
  const target = tag && /\sTarget="([^"]*)"/.exec(tag)?.[1]
  return target ? resolve(target, from) : undefined
}

/** The uploaded workbook with the marked cells coloured and commented, and everything else as it was. */
export async function markWorkbook(file: string, sheetName: string, marks: readonly Mark[]): Promise<Buffer> {
  const sheetPath = await pathOfSheet(file, sheetName, archiveLimits)
  const parts = new Parts(await inflateArchive(file, archiveLimits, (name) => !name.endsWith('/')))
  const sheet = parts.text(sheetPath)
  if (sheet === undefined) throw new Refusal('FILE_DAMAGED')
  parts.set(sheetPath, commented(parts, sheetPath, coloured(parts, sheet, marks), marks))
  return parts.pack()
}

function coloured(parts: Parts, sheet: string, marks: readonly Mark[]): string {
  const workbook = related(parts.text('_rels/.rels'), 'officeDocument', '') ?? 'xl/workbook.xml'
  const path = related(parts.text(relationsOf(workbook)), 'styles', workbook)
  const xml = path && parts.text(path)
  if (!path || !xml) return sheet
  const styles = new Styles(xml)
  const changed = colourCells(sheet, marks, styles)
  parts.set(path, styles.toXml())
  return changed
}

function commented(parts: Parts, sheetPath: string, sheet: string, marks: readonly Mark[]): string {
  const relationsPath = relationsOf(sheetPath)
  const relations = parts.text(relationsPath)
  const commentsPath = related(relations, 'comments', sheetPath)
  const drawingPath = drawingOf(sheet, relations, sheetPath)
  const existing = commentsPath && parts.text(commentsPath)
  const standing = commentedCells(existing)
  const boxless = marks.filter(({ row, column }) => !standing.has(`${columnName(column)}${row}`))

  const newComments = parts.free((number) => `xl/comments${number}.xml`)
  const newDrawing = parts.free((number) => `xl/drawings/vmlDrawing${number}.vml`)
  parts.set(commentsPath ?? newComments, addComments(existing, marks))
  parts.set(drawingPath ?? newDrawing, addBoxes(drawingPath && parts.text(drawingPath), boxless))
  const added = [
    ...(commentsPath ? [] : [relation('rIdPortalComments', 'comments', relative(newComments, sheetPath))]),
    ...(drawingPath ? [] : [relation('rIdPortalDrawing', 'vmlDrawing', relative(newDrawing, sheetPath))]),
  ]
  if (added.length > 0) parts.set(relationsPath, withRelations(relations, added))
  declareTypes(parts, commentsPath ? null : newComments)
  return drawingPath ? sheet : withLegacyDrawing(sheet)
}

/** The drawing that the sheet's comments use already; one of its header or footer is another thing. */
function drawingOf(sheet: string, relations: string | undefined, from: string): string | undefined {
  const id = /<(?:\w+:)?legacyDrawing\b[^>]*\s[\w]+:id="([^"]+)"/.exec(sheet)?.[1]
  const tag = id && relations?.match(/<(?:\w+:)?Relationship\b[^>]*>/g)?.find((each) => each.includes(`Id="${id}"`))
  const target = tag && /\sTarget="([^"]*)"/.exec(tag)?.[1]
  return target ? resolve(target, from) : undefined
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** From `xl/worksheets/` upwards, as offices write it. */
const relative = (path: string, from: string): string =>
  from.startsWith('xl/worksheets/') ? path.replace(/^xl\//, '../') : `/${path}`

function withRelations(relations: string | undefined, added: string[]): string {
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const xml = (relations ?? empty).replace(/<Relationships([^>]*?)\/>/, '<Relationships$1></Relationships>')
  return xml.replace('</Relationships>', `${added.join('')}</Relationships>`)
}

function declareTypes(parts: Parts, commentsPath: string | null): void {
  const name = '[Content_Types].xml'
  const types = parts.text(name) ?? ''
  const drawing = /Extension="vml"/i.test(types)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
  const comments = commentsPath
    ? `<Override PartName="/${commentsPath}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`
    : ''
  parts.set(name, types.replace(/(<Types\b[^>]*>)/, `$1${drawing}`).replace('</Types>', `${comments}</Types>`))
}

/** What must stand behind a legacy drawing in a sheet. */
const behind = /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/

function withLegacyDrawing(sheet: string): string {
  const prefix = /<(\w+:)?worksheet\b/.exec(sheet)?.[1] ?? ''
  const declared = sheet.includes(`xmlns:r="${office}"`)
    ? sheet
    : sheet.replace(/<((?:\w+:)?worksheet)\b/, `<$1 xmlns:r="${office}"`)
  const end = declared.lastIndexOf(`</${prefix}sheetData>`)
  const tail = Math.max(end, 0)
  const found = declared.slice(tail).search(behind)
  const at = found >= 0 ? tail + found : declared.lastIndexOf(`</${prefix}worksheet>`)
  return `${declared.slice(0, at)}<${prefix}legacyDrawing r:id="rIdPortalDrawing"/>${declared.slice(at)}`
}
