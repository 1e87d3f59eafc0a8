import { inflateSync } from 'node:zlib'

/** The objects of a file as the letters' library writes it: dictionaries in plain text, streams deflated. */
function objectsOf(pdf: Buffer): Map<string, { head: string; body: string }> {
  const text = pdf.toString('latin1')
  const found = new Map<string, { head: string; body: string }>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, id = '', whole = ''] = match
    const at = whole.indexOf('stream\n')
    const head = at < 0 ? whole : whole.slice(0, at)
    const raw = at < 0 ? '' : whole.slice(at + 7, whole.lastIndexOf('\nendstream'))
    const body = head.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    found.set(id, { head, body })
  }
  return found
}

const wordOf = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('')

/** Glyph → characters, as the font tells whoever copies or reads aloud. */
function unicodeOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, from = '', , list = ''] of cmap.matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g))
    for (const [index, [, hex = '']] of [...list.matchAll(/<(\w*)>/g)].entries())
      glyphs.set(parseInt(from, 16) + index, wordOf(hex))
  return glyphs
}

/** How many pages a file has. */
export const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0

/** What can be read on the pages of a file, in the order in which it is drawn. */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, Map<number, string>>()
  for (const { head } of objects.values())
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, unicodeOf(objects.get(cmap)?.body ?? ''))
    }
  let read = ''
  for (const { body } of objects.values()) {
    if (!body.includes(' Tf')) continue
    let font: Map<number, string> | undefined
    for (const [, name, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (name) font = fonts.get(name)
      for (const glyph of hex?.match(/.{4}/g) ?? []) read += font?.get(parseInt(glyph, 16)) ?? '□'
    }
  }
  return read
}
