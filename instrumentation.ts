/**
 * Runs once in each server process before the first request. Next hands requests on without their socket and keeps an
 * X-Forwarded-For that the client made up, so the address is noted here, where the socket still is.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { noteAddresses } = await import('./lib/access/socket')
  noteAddresses()
}
