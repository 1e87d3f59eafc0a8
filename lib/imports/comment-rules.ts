import { columnName, escapeXml, type Mark } from './mark-rules'

const author = '行业安全联盟门户'

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${spreadsheet}"><authors></authors><commentList></commentList></comments>`

/** The comments of a sheet with one more for each mark; one that already stands on such a cell keeps its words first. */
export function addComments(existing: string | undefined, marks: readonly Mark[]): string {
  const xml = existing ?? emptyComments
  const prefix = /<(\w+:)?comments\b/.exec(xml)?.[1] ?? ''
  const authors = (xml.match(/<(?:\w+:)?author\b/g) ?? []).length
  const text = (words: string) =>
    `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(words)}</${prefix}t></${prefix}r>`
  let grown = xml.replace(/<((?:\w+:)?)authors\s*\/>/, '<$1authors></$1authors>')
  grown = grown.replace(/(<\/(?:\w+:)?authors>)/, `<${prefix}author>${escapeXml(author)}</${prefix}author>$1`)
  grown = grown.replace(/<((?:\w+:)?)commentList\s*\/>/, '<$1commentList></$1commentList>')
  const added: string[] = []
  for (const mark of marks) {
    const reference = `${columnName(mark.column)}${mark.row}`
    const standing = new RegExp(`(<(?:\\w+:)?comment\\b[^>]*\\sref="${reference}"[\\s\\S]*?)(</(?:\\w+:)?text>)`)
    if (existing && standing.test(grown)) grown = grown.replace(standing, `$1${text(`\n${mark.text}`)}$2`)
    else
      added.push(
        `<${prefix}comment ref="${reference}" authorId="${authors}"><${prefix}text>${text(mark.text)}</${prefix}text></${prefix}comment>`,
      )
  }
  return grown.replace(/(<\/(?:\w+:)?commentList>)/, `${added.join('')}$1`)
}

/** The cells of a sheet that have a comment. */
export const commentedCells = (comments: string | undefined): Set<string> =>
  new Set([...(comments ?? '').matchAll(/<(?:\w+:)?comment\b[^>]*\sref="([A-Z]+\d+)"/g)].map(([, cell = '']) => cell))

const emptyDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`

/** Excel shows a comment only where an old drawing has a box for it. */
export function addBoxes(existing: string | undefined, marks: readonly Mark[]): string {
  const first = 70_000
  const boxes = marks.map((mark, index) => box(mark, first + index)).join('')
  return (existing ?? emptyDrawing).replace(/<\/xml>\s*$/, `${boxes}</xml>`)
}

const box = ({ row, column, text }: Mark, id: number): string => {
  const height = 3 + Math.ceil(text.length / 18)
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 12, ${Math.max(row - 2, 0)}, 4, ${column + 4}, 12, ${row + height - 2}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}
