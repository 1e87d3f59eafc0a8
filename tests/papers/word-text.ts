import { buffer } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { fromBufferPromise } from 'yauzl'

/**
 * The words of a Word file, a line for each paragraph: read by a zip reader and an XML parser that had no part in writing
 * it. A file that is not well-formed throws.
 */
export async function textOfWord(file: Buffer): Promise<string> {
  const archive = await fromBufferPromise(file, { lazyEntries: true })
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue
    return paragraphsOf((await buffer(await archive.openReadStreamPromise(entry))).toString('utf8'))
  }
  throw new Error('not a Word file')
}

function paragraphsOf(xml: string): string {
  const lines: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') lines.push('')
    if (name === 'w:br') lines.push('')
  })
  parser.on('text', (text) => {
    if (lines.length > 0) lines[lines.length - 1] += text
  })
  parser.write(xml).close()
  return lines.join('\n')
}
