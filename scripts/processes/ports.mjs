import { createServer } from 'node:net'

/** Whether a server may listen there now. */
export function isPortFree(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** The preferred port where it is free, and otherwise any. */
export async function freePort(preferred = null) {
  if (preferred && (await isPortFree('127.0.0.1', preferred))) return preferred
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
