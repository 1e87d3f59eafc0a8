import autocannon from 'autocannon'

/**
 * Presses a button for many people, each once: as fast as eight connections get answers or, with `rate`, so many a second
 * however long the answers take. What is no redirect is a failed press.
 * @param {{ url: string, headers: Record<string, string>, cookies: string[], rate?: number }} options a cookie for each person
 */
export async function pressOnce({ url, headers, cookies, rate }) {
  let next = 0
  const result = await autocannon({
    url,
    connections: 8,
    amount: cookies.length,
    ...(rate ? { overallRate: rate } : {}),
    requests: [
      {
        method: 'POST',
        body: '',
        headers,
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, cookie: cookies[next++ % cookies.length] },
        }),
      },
    ],
  })
  const done = result['3xx']
  return {
    rate: done / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: cookies.length - done,
  }
}
