import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ISectionOptions,
} from 'docx'

/** Word files of the portal. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

// Layout of official papers, GB/T 9704-2012: margins 37/26/35/28 mm, 22 lines of 28 signs; title 小标宋 of size 2 (22 pt),
// text 仿宋 of size 3 (16 pt), headings 黑体. A machine without these fonts takes its nearest.
const fonts = { title: '方正小标宋简体', text: '仿宋', heading: '黑体' } as const
const halfPoints = { title: 44, text: 32, table: 24, foot: 28 } as const
const line = { line: 28 * 20, lineRule: LineRuleType.EXACT }
const twoSigns = 2 * 16 * 20
const margin = { top: 37, right: 26, bottom: 35, left: 28 }
const sheet = { width: 210, height: 297 }
const textWidth = convertMillimetersToTwip(sheet.width - margin.left - margin.right)

export type Block = Paragraph | Table

// What XML cannot hold.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

type Style = { font: keyof typeof fonts; size: keyof typeof halfPoints }

/** A text of several lines keeps them. */
const runs = (text: string, { font, size }: Style): TextRun[] =>
  text
    .replace(unprintable, '')
    .split(/\r?\n/)
    .map(
      (part, index) =>
        new TextRun({
          text: part,
          ...(index > 0 && { break: 1 }),
          font: { ascii: fonts[font], hAnsi: fonts[font], eastAsia: fonts[font] },
          size: halfPoints[size],
        }),
    )

const paragraph = (
  text: string,
  style: Style,
  options: ConstructorParameters<typeof Paragraph>[0] & object,
): Paragraph => new Paragraph({ spacing: line, ...options, children: runs(text, style) })

export const title = (text: string): Paragraph =>
  paragraph(
    text,
    { font: 'title', size: 'title' },
    {
      alignment: AlignmentType.CENTER,
      spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT, after: 28 * 20 },
    },
  )

/** 一、 */
export const heading = (text: string): Paragraph =>
  paragraph(text, { font: 'heading', size: 'text' }, { indent: { firstLine: twoSigns }, keepNext: true })

export const text = (words: string): Paragraph =>
  paragraph(words, { font: 'text', size: 'text' }, { indent: { firstLine: twoSigns } })

/** Whom the paper is for: at the margin, without the two signs. */
export const salutation = (words: string): Paragraph => paragraph(words, { font: 'text', size: 'text' }, {})

export const centred = (words: string): Paragraph =>
  paragraph(words, { font: 'text', size: 'table' }, { alignment: AlignmentType.CENTER })

/** Who speaks and of which day, at the right below the text. */
export const signature = (who: string, day: string): Paragraph[] =>
  [who, day].map((words, index) =>
    paragraph(
      words,
      { font: 'text', size: 'text' },
      {
        alignment: AlignmentType.RIGHT,
        indent: { right: twoSigns },
        ...(index === 0 && { spacing: { ...line, before: 28 * 20 }, keepNext: true }),
      },
    ),
  )

type Column = { header: string; /** Of the width of the text, in hundredths. */ share: number; isCentred?: boolean }

/** A table across the text; its head stands on each page anew. */
export function table(columns: Column[], rows: string[][], { rowHeight }: { rowHeight?: number } = {}): Table {
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / 100))
  const cells = (words: string[], font: Style['font']) =>
    columns.map(
      ({ isCentred }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { left: 80, right: 80 },
          children: [
            new Paragraph({
              alignment: isCentred || font === 'heading' ? AlignmentType.CENTER : AlignmentType.LEFT,
              children: runs(words[index] ?? '', { font, size: 'table' }),
            }),
          ],
        }),
    )
  const height = rowHeight ? { height: { value: convertMillimetersToTwip(rowHeight), rule: 'atLeast' as const } } : {}
  const headers = columns.map(({ header }) => header)
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(headers, 'heading'), ...height }),
      ...rows.map((words) => new TableRow({ cantSplit: true, children: cells(words, 'text'), ...height })),
    ],
  })
}

const pageNumber = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: halfPoints.foot })],
    }),
  ],
})

const section: Pick<ISectionOptions, 'properties' | 'footers'> = {
  properties: {
    page: {
      size: {
        width: convertMillimetersToTwip(sheet.width),
        height: convertMillimetersToTwip(sheet.height),
      },
      margin: {
        top: convertMillimetersToTwip(margin.top),
        right: convertMillimetersToTwip(margin.right),
        bottom: convertMillimetersToTwip(margin.bottom),
        left: convertMillimetersToTwip(margin.left),
        footer: convertMillimetersToTwip(28),
      },
    },
  },
  footers: { default: pageNumber },
}

/** The Word file, A4 upright. */
export const paper = (name: string, creator: string, children: Block[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ title: name, creator, sections: [{ ...section, children }] }))
