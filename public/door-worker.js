/**
 * Opens the page of one door desk where the network does not: with the copy that the page itself keeps
 * (components/attendance/kept-door.ts). It keeps nothing of its own accord, and whatever else is asked for passes by.
 */
const page = new URL(self.registration.scope).pathname
const cacheName = `door:${page.split('/')[3]}`
const patienceMilliseconds = 5000

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && pathname === page) event.respondWith(open(event.request))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(file(event.request))
})

/** The portal decides by the moment who sees what: what it says goes before what was kept. */
async function open(request) {
  const kept = await keptPage()
  if (!kept) return fetch(request)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMilliseconds)
  try {
    const answer = await fetch(request, { signal: patience.signal })
    const isRefused = answer.type === 'opaqueredirect' || (answer.status >= 400 && answer.status < 500)
    if (isRefused) await forget()
    return answer
  } catch {
    return kept
  } finally {
    clearTimeout(timer)
  }
}

async function keptPage() {
  if (!(await caches.has(cacheName))) return undefined
  const kept = await (await caches.open(cacheName)).match(page, { ignoreVary: true })
  if (!kept || Number(kept.headers.get('x-kept-until')) >= Date.now()) return kept
  await forget()
  return undefined
}

/** Their names change with what is in them, so one that was kept is as good as a new one. */
async function file(request) {
  const kept =
    (await caches.has(cacheName)) && (await (await caches.open(cacheName)).match(request, { ignoreVary: true }))
  return kept || fetch(request)
}

async function forget() {
  await caches.delete(cacheName)
  await self.registration.unregister()
}
