import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/**
 * Which of the words an answer holds: as it came, and for an archive (a workbook, a letter) in each of its parts. Escaped
 * and percent-encoded writings count as the words that they are.
 */
export async function wordsIn(bytes: Buffer, words: readonly string[]): Promise<string[]> {
  const parts = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) ? await inflated(bytes) : [bytes]
  const texts = parts.map((part) => part.toString('utf8'))
  return words.filter((word) => writingsOf(word).some((writing) => texts.some((text) => text.includes(writing))))
}

const writingsOf = (word: string): string[] => [
  word,
  encodeURIComponent(word),
  word.replaceAll(/[^\u0000-\u007f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  word.replaceAll(/[^\u0000-\u007f]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
]

async function inflated(bytes: Buffer): Promise<Buffer[]> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts: Buffer[] = []
  for await (const entry of archive.eachEntry()) parts.push(await buffer(await archive.openReadStreamPromise(entry)))
  return parts
}
