import { addresses, emptySignedIn } from './addresses.mjs'
import { load } from './load.mjs'
import { startServer } from './server.mjs'

/**
 * Serves the build on a city and measures its pages one after the other.
 * @param {import('./city.mjs').City} city
 * @param {{ seconds: number, part: 'all' | 'list', title: string }} options
 */
export async function benchPages(city, { seconds, part, title }) {
  const server = await startServer(city.url)
  try {
    const chosen = addresses(city).filter((address) => part === 'all' || address.part === part)
    const rows = []
    let empty = null
    for (const { name, path, as } of chosen) {
      const cookie = as ? await server.cookieOf(as) : null
      const measured = await load(server, { path, cookie, seconds })
      if ('problem' in measured) {
        rows.push([name, measured.problem, null, null, null, null, null, null])
        continue
      }
      if (path === emptySignedIn) empty = measured
      const { rate, p50, p99, cpuMs, kilobytes, megabytes } = measured
      const share = empty ? `${Math.round((rate / empty.rate) * 100)} %` : null
      const times = cpuMs && empty?.cpuMs ? `${(cpuMs / empty.cpuMs).toFixed(2)} ×` : null
      rows.push([name, rate, share, cpuMs, times, p50, p99, kilobytes, megabytes])
    }
    return [
      {
        title: `Pages, ${title}`,
        note: `Warm start ${server.startSeconds.toFixed(2)} s. Eight connections, ${seconds} s each after a warm-up; CPU of the server process alone, the database runs beside it on the same cores.`,
        columns: ['page', 'req/s', 'of empty', 'CPU ms', 'of empty', 'p50 ms', 'p99 ms', 'kB', 'RSS MB'],
        rows,
      },
    ]
  } finally {
    await server.stop()
  }
}
