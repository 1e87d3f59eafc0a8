/**
 * Marks in the XML of a workbook: a colour and a comment on some cells, and not a byte changed anywhere else. Text in,
 * text out. A library that reads and writes the whole workbook would drop what it does not know, and it is the user's.
 */
export type Tone = 'wrong' | 'doubtful'

export type Mark = { row: number; column: number; tone: Tone; text: string }

const fills: Record<Tone, string> = { wrong: 'FFF8696B', doubtful: 'FFFFEB84' }

export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1]

const withAttribute = (tag: string, name: string, value: string | number): string =>
  attribute(tag, name) === undefined
    ? tag.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`)
    : tag.replace(new RegExp(`(\\s${name}\\s*=\\s*")[^"]*"`), `$1${value}"`)

/** The style sheet of a workbook with coloured twins of the cell styles that are asked for. */
export class Styles {
  readonly #twins = new Map<string, number>()
  readonly #formats: string[]
  readonly #added: string[] = []
  readonly #firstFill: number

  constructor(private readonly xml: string) {
    const cellFormats = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? ''
    this.#formats = cellFormats.match(/<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g) ?? []
    const allFills = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml)?.[1] ?? ''
    this.#firstFill = (allFills.match(/<(?:\w+:)?fill\b/g) ?? []).length
  }

  /** The number of a style like that of `style`, in the colour of the tone. */
  coloured(style: number, tone: Tone): number {
    const key = `${style}|${tone}`
    const known = this.#twins.get(key)
    if (known !== undefined) return known
    const original = this.#formats[style] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    const fill = this.#firstFill + (tone === 'wrong' ? 0 : 1)
    const twin = original.replace(/^<[^>]*>/, (tag) =>
      withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1),
    )
    const number = this.#formats.length + this.#added.length
    this.#added.push(twin)
    this.#twins.set(key, number)
    return number
  }

  toXml(): string {
    const prefix = /<(\w+:)?fills\b/.exec(this.xml)?.[1] ?? ''
    const fillOf = (tone: Tone) =>
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${fills[tone]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
    const grown = (list: string, more: string, count: number) => (xml: string) =>
      xml.replace(
        new RegExp(`(<(?:\\w+:)?${list}\\b[^>]*>)([\\s\\S]*?)(</(?:\\w+:)?${list}>)`),
        (_, open: string, inner: string, close: string) =>
          `${withAttribute(open, 'count', count)}${inner}${more}${close}`,
      )
    const withFills = grown('fills', fillOf('wrong') + fillOf('doubtful'), this.#firstFill + 2)(this.xml)
    return grown('cellXfs', this.#added.join(''), this.#formats.length + this.#added.length)(withFills)
  }
}

const rowTag = /<((?:\w+:)?)row\b([^>]*?)(\/?)>/g

/** The sheet with the marked cells in their colours; cells that were not there are put in. */
export function colourCells(sheet: string, marks: readonly Mark[], styles: Styles): string {
  const byRow = groupByRow(marks)
  const pieces: string[] = []
  let copied = 0
  let number = 0
  for (const match of sheet.matchAll(rowTag)) {
    const [tag, prefix = '', attributes = '', selfClosing] = match
    number = Number(attribute(` ${attributes}`, 'r') ?? number + 1)
    const rowMarks = byRow.get(number)
    if (!rowMarks) continue
    const start = match.index + tag.length
    const end = selfClosing ? start : sheet.indexOf(`</${prefix}row>`, start)
    pieces.push(sheet.slice(copied, match.index), `<${prefix}row${attributes}>`)
    pieces.push(colourRow(sheet.slice(start, end), number, rowMarks, styles, prefix))
    if (selfClosing) pieces.push(`</${prefix}row>`)
    copied = end
  }
  return [...pieces, sheet.slice(copied)].join('')
}

function groupByRow(marks: readonly Mark[]): Map<number, Mark[]> {
  const byRow = new Map<number, Mark[]>()
  for (const mark of marks) {
    const others = byRow.get(mark.row)
    if (others) others.push(mark)
    else byRow.set(mark.row, [mark])
  }
  return byRow
}

const cellTag = /<(?:\w+:)?c\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g

const columnOf = (reference: string): number =>
  [...reference.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function colourRow(cells: string, row: number, marks: readonly Mark[], styles: Styles, prefix: string): string {
  const waiting = new Map(marks.map((mark) => [mark.column, mark.tone]))
  let next = 0
  const insert = (upTo: number): string =>
    [...waiting]
      .filter(([column]) => column < upTo)
      .sort(([a], [b]) => a - b)
      .map(([column, tone]) => {
        waiting.delete(column)
        return `<${prefix}c r="${columnName(column)}${row}" s="${styles.coloured(0, tone)}"/>`
      })
      .join('')
  const coloured = cells.replace(cellTag, (cell) => {
    const reference = attribute(/^<[^>]*>/.exec(cell)?.[0] ?? '', 'r')
    const column = reference ? columnOf(reference) : next
    next = column + 1
    const before = insert(column)
    const tone = waiting.get(column)
    if (!tone) return before + cell
    waiting.delete(column)
    return before + cell.replace(/^<[^>]*>/, (tag) => colouredTag(tag, styles, tone))
  })
  return coloured + insert(Number.POSITIVE_INFINITY)
}

const colouredTag = (tag: string, styles: Styles, tone: Tone): string =>
  withAttribute(tag, 's', styles.coloured(Number(attribute(tag, 's') ?? 0), tone))
