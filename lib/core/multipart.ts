import { Refusal } from './result'

/** The one file of an upload form, its bytes as they come in: nothing waits in memory for the rest. */
export type Upload = {
  fileName: string
  bytes: AsyncGenerator<Uint8Array>
  /** What the fields before the file hold. */
  fields: ReadonlyMap<string, string>
}

const headerBytesMax = 8_000
const fieldBytesMax = 2_000
const fieldsMax = 20
/** What a form with one file has beside the file: delimiters, headers, small fields. */
const frameBytesMax = 64_000

const lineEnd = Buffer.from('\r\n')
const blankLine = Buffer.from('\r\n\r\n')

/**
 * Reads the first file part of a `multipart/form-data` body. Such a form works with and without script, and unlike
 * `request.formData()` this never holds the whole body.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const boundary = /boundary="?([^";]{1,200})"?/i.exec(request.headers.get('content-type') ?? '')?.[1]
  if (!boundary || !request.body) throw new Refusal('UPLOAD_INCOMPLETE')
  const source = new Source(request.body.getReader())
  const delimiter = Buffer.from(`\r\n--${boundary}`)

  // The first delimiter has no line before it; with one put in front all of them look alike.
  source.prepend(lineEnd)
  await source.text(delimiter, frameBytesMax)
  const fields = new Map<string, string>()
  for (let part = 0; part <= fieldsMax; part++) {
    const header = await source.headerUntil(blankLine)
    const fileName = header === null ? '' : fileNameOf(header)
    if (header === null || fileName === '') throw new Refusal('NO_FILE_CHOSEN')
    if (fileName !== null) return { fileName, fields, bytes: source.until(delimiter) }
    const value = await source.text(delimiter, fieldBytesMax)
    fields.set(/;\s*name="([^"]*)"/i.exec(header)?.[1] ?? '', value)
  }
  throw new Refusal('UPLOAD_INCOMPLETE')
}

/**
 * Refuses by its announced length what cannot be within the limit, before a byte is read: the server then lets the rest
 * pass by, and the browser gets its answer. What lies about its length is stopped while it streams.
 */
export function refuseTooLarge(headers: Pick<Headers, 'get'>, limitBytes: number): void {
  if (Number(headers.get('content-length') ?? 0) <= limitBytes + frameBytesMax) return
  throw new Refusal('FILE_TOO_LARGE', {}, { limitMegabytes: Math.floor(limitBytes / 1_000_000) })
}

/** What the person called the file, without any folder; null for a part that is no file. */
function fileNameOf(header: string): string | null {
  const name = /^content-disposition:.*?;\s*filename="((?:[^"\\]|\\.)*)"/im.exec(header)?.[1]
  if (name === undefined) return null
  const plain = name.replace(/\\(.)/g, '$1').replaceAll('%22', '"')
  return plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1)
}

/** A body that is cut at delimiters, however its chunks happen to be cut. */
class Source {
  #held = Buffer.alloc(0)
  #isOver = false

  constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  prepend(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  async #more(): Promise<void> {
    const { done, value } = await this.reader.read()
    if (done) this.#isOver = true
    else this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
  }

  /** The bytes before the next delimiter, which is taken too. A body that ends before it was torn on its way. */
  async *until(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(delimiter)
      if (at >= 0) {
        const last = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + delimiter.length)
        if (last.length > 0) yield last
        return
      }
      const safe = this.#held.length - delimiter.length + 1
      if (safe > 0) {
        const part = this.#held.subarray(0, safe)
        this.#held = this.#held.subarray(safe)
        yield part
      }
      if (this.#isOver) throw new Refusal('UPLOAD_INCOMPLETE')
      await this.#more()
    }
  }

  /** The same as text, for what must be short. */
  async text(delimiter: Buffer, bytesMax: number): Promise<string> {
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of this.until(delimiter)) {
      size += part.length
      if (size > bytesMax) throw new Refusal('UPLOAD_INCOMPLETE')
      parts.push(part)
    }
    return Buffer.concat(parts).toString('utf8')
  }

  /** The header of a part; null after the last one. */
  async headerUntil(end: Buffer): Promise<string | null> {
    for (;;) {
      if (this.#held.subarray(0, 2).toString('latin1') === '--') return null
      const at = this.#held.indexOf(end)
      if (at >= 0) {
        const header = this.#held.subarray(0, at).toString('utf8')
        this.#held = this.#held.subarray(at + end.length)
        return header
      }
      if (this.#isOver || this.#held.length > headerBytesMax) throw new Refusal('UPLOAD_INCOMPLETE')
      await this.#more()
    }
  }
}
