import autocannon from 'autocannon'

/** @typedef {{ rate: number, p50: number, p99: number, cpuMs: number | null, kilobytes: number, megabytes: number | null }} Load */

/**
 * Asks for one address over and over, after a warm-up: as fast as a few connections get answers or, with `rate`, so many times
 * a second however long the answers take, as people do.
 * @param {Awaited<ReturnType<typeof import('./server.mjs').startServer>>} server
 * @param {{ path: string, cookie: string | null, seconds: number, rate?: number }} options
 * @returns {Promise<Load | { problem: string }>}
 */
export async function load(server, { path, cookie, seconds, rate }) {
  const headers = cookie ? { cookie } : {}
  const first = await fetch(`${server.origin}${path}`, { headers, redirect: 'manual' })
  if (first.status !== 200) return { problem: `answers ${first.status}` }
  const kilobytes = (await first.text()).length / 1_000
  const options = { url: `${server.origin}${path}`, connections: 8, headers, ...(rate ? { overallRate: rate } : {}) }
  await autocannon({ ...options, duration: Math.min(2, seconds) })

  const before = server.usage()
  const result = await autocannon({ ...options, duration: seconds })
  const after = server.usage()
  const answered = result['2xx']
  if (result.non2xx > 0 || answered === 0) return { problem: `${result.non2xx} of its answers were no 200` }
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: before && after ? ((after.cpuSeconds - before.cpuSeconds) * 1_000) / answered : null,
    kilobytes,
    megabytes: after?.megabytes ?? null,
  }
}
