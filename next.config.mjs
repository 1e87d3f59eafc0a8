import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

const publicHost = process.env['PUBLIC_URL'] ? [new URL(process.env['PUBLIC_URL']).host] : []

/** On every answer, static files too. What depends on the request or on PUBLIC_URL is set by proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not `no-referrer`: that would turn the Origin of our own forms into `null`.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()' },
]

const staticPolicy = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }]

/** Where files are sent to, which proxy.ts leaves alone. */
const uploads = [
  '/api/enterprises/imports',
  '/api/activities/:id/files',
  '/api/announcements/:id/files',
  '/api/guidance-advice/:id/files',
  '/api/inspection-findings/:id/files',
  '/api/practices/:id/files',
  '/api/problem-todos/:id/files',
  '/api/mandates/:id/letter/upload',
]
const uploadHeaders = [...staticPolicy, { key: 'Cache-Control', value: 'private, no-store' }]

// Plain JavaScript: as TypeScript it would load a compiler into every server, 30 MB and a third of a second.
/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  // Types are a step of `npm test`; checked once more by each build, they would keep every first start waiting.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'pino',
    'pinyin-pro',
    'hucre',
    'yauzl',
    'nodemailer',
  ],
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/_next/static/:path*', headers: staticPolicy },
    // Registered for the page of one door desk, which lies deeper than the file.
    { source: '/door-worker.js', headers: [{ key: 'Service-Worker-Allowed', value: '/portal/activities/' }] },
    ...uploads.map((source) => ({ source, headers: uploadHeaders })),
  ],
  experimental: {
    // Behind a proxy the Host header is the proxy's; the wrapper checks the Origin against PUBLIC_URL itself.
    serverActions: { allowedOrigins: publicHost, bodySizeLimit: '1mb' },
  },
}

/** The plugin tells the bundler where the words are; a server that runs a build has no use for it. */
export default async function configure(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./lib/text/request.ts')(config)
}
