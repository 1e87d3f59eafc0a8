const patienceMilliseconds = 4_000

/** Whether the portal answers just now. A network that swallows everything counts as none. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    const { ok } = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(patienceMilliseconds) })
    return ok
  } catch {
    return false
  }
}
