/** The page of a desk, and until when this browser may keep it; null: not at all. */
export type KeptDoor = { activityId: string; path: string; keptUntil: number | null }

/** As public/door-worker.js reads them. */
const keptUntilHeader = 'x-kept-until'
const cacheOf = ({ activityId }: Pick<KeptDoor, 'activityId'>) => `door:${activityId}`
const listOf = ({ activityId }: Pick<KeptDoor, 'activityId'>) => `/api/activities/${activityId}/door.json`

/** A browser has neither where the portal is reached without encryption. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis

/**
 * Keeps the page, what it is made of and the list, and has the browser ask door-worker.js when the page is opened without a
 * network. The page comes last: a copy that stands is whole, and can be opened.
 */
export async function keepDoor(door: KeptDoor, list: Response): Promise<void> {
  if (!canKeep() || door.keptUntil === null) return
  const page = await fetch(door.path, { cache: 'no-store' })
  if (!page.ok || page.redirected) return forgetDoor(door)
  await navigator.serviceWorker.register('/door-worker.js', { scope: door.path })
  await navigator.serviceWorker.ready
  const text = await page.text()
  const cache = await caches.open(cacheOf(door))
  const files = filesOf(text)
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await cache.addAll(files.filter((file) => !kept.includes(file)))
  await cache.put(listOf(door), list)
  await cache.put(door.path, asKept(text, page.headers, door.keptUntil))
  const stale = kept.filter((file) => file.startsWith('/_next/') && !files.includes(file))
  await Promise.all(stale.map((file) => cache.delete(file)))
}

/** Scripts and styles that the page names, and those that its scripts have asked for since. */
function filesOf(text: string): string[] {
  const named = text.match(/\/_next\/static\/[\w./~%()[\]@-]+\.(?:js|css)/g) ?? []
  const asked = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .map(({ src }) => new URL(src))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'))
  return [...new Set([...named, ...asked.map(({ pathname }) => pathname)])]
}

/** With the nonce of its policy, as it was sent. */
function asKept(text: string, sent: Headers, until: number): Response {
  const headers = new Headers(sent)
  headers.delete('content-encoding')
  headers.set(keptUntilHeader, String(until))
  return new Response(text, { headers })
}

/** The list that was kept, for as long as it may be. */
export async function keptList(door: KeptDoor): Promise<Response | null> {
  if (!canKeep() || !(await caches.has(cacheOf(door)))) return null
  const cache = await caches.open(cacheOf(door))
  const page = await cache.match(door.path)
  if (Number(page?.headers.get(keptUntilHeader) ?? 0) < Date.now()) return null
  return (await cache.match(listOf(door))) ?? null
}

/** The activity is over, or the desk is no longer theirs. */
export async function forgetDoor(door: Pick<KeptDoor, 'activityId' | 'path'>): Promise<void> {
  if (!canKeep()) return
  await caches.delete(cacheOf(door))
  const worker = await navigator.serviceWorker.getRegistration(door.path)
  if (worker?.scope.endsWith(door.path)) await worker.unregister()
}
