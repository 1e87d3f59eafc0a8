import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { runScript, stackTrace } from './running'

/** Runs the start as somebody would, until it ends by itself. */
const start = (environment: Record<string, string>) => runScript('scripts/start.mjs', environment).ended

let busy: Server | null = null
afterEach(() => new Promise<void>((resolve) => (busy ? busy.close(() => resolve()) : resolve())))

describe('the start refuses with one clear sentence and changes nothing', () => {
  it.each([
    ['a port that is none', { PORT: 'abc' }, /PORT is "abc"/],
    [
      'a database of one’s own without a secret',
      { DATABASE_URL: 'postgresql://127.0.0.1:1/x' },
      /AUTH_SECRET is not set/,
    ],
    ['a secret that is too short', { AUTH_SECRET: 'short' }, /AUTH_SECRET is too short/],
    ['an open host without an address', { HOST: '0.0.0.0' }, /PUBLIC_URL is not set/],
    ['an owner without a database', { DATABASE_OWNER_URL: 'postgresql://127.0.0.1:1/x' }, /without DATABASE_URL/],
  ])('%s', async (_, environment, sentence) => {
    const { code, said } = await start(environment)
    expect(code).not.toBe(0)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(stackTrace)
  })

  it('a port that somebody else listens on', async () => {
    const server = createServer()
    busy = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const { code, said } = await start({ PORT: String(port) })
    expect(code).not.toBe(0)
    expect(said).toMatch(String(port))
    expect(said).not.toMatch(stackTrace)
  })
})
