import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/text/request.ts')

const publicHost = process.env['PUBLIC_URL'] ? [new URL(process.env['PUBLIC_URL']).host] : []

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'pinyin-pro', 'hucre', 'yauzl', 'nodemailer'],
  experimental: {
    // Behind a proxy the Host header is the proxy's; the wrapper checks the Origin against PUBLIC_URL itself.
    serverActions: { allowedOrigins: publicHost, bodySizeLimit: '1mb' },
  },
}

export default withNextIntl(config)
