/** What a person called a file, as RFC 5987 writes it; quotes, slashes and control characters never leave. */
function extended(fileName: string): string {
  const encoded = encodeURIComponent(fileName.replaceAll(/[\u0000-\u001f\u007f/\\]/g, '_'))
  return encoded.replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** For clients that read only the old form. */
const plain = (fileName: string): string => fileName.replaceAll(/[^A-Za-z0-9._ -]/g, '_')

/**
 * Headers of a file that leaves the portal: always saved, never shown or run inside of it, whatever it says it is.
 */
export const downloadHeaders = (fileName: string, mediaType: string): Record<string, string> => ({
  'Content-Type': mediaType,
  'Content-Disposition': `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${extended(fileName)}`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-store',
})
