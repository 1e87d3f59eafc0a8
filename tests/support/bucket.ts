import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Bucket = { endpoint: string; keys: () => string[]; close: () => Promise<void> }

/** The part of S3 that the storage port speaks, in memory: the one thing outside that tests may play. */
export async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://bucket').pathname)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const found = objects.get(key)
      if (request.method === 'PUT') objects.set(key, Buffer.concat(parts))
      if (request.method === 'DELETE') objects.delete(key)
      if (request.method === 'GET' && !found) {
        response.writeHead(404, { 'Content-Type': 'application/xml' })
        return response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>')
      }
      response.writeHead(request.method === 'DELETE' ? 204 : 200)
      return response.end(request.method === 'GET' ? found : undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys: () => [...objects.keys()],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
