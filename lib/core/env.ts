import { z } from 'zod'

/**
 * The environment, read once. Nothing else in `app`, `components` or `lib` touches `process.env` (checked by
 * tests/architecture.test.ts). Values that are missing have the defaults of `npm start`.
 */
const environment = z.object({
  DATABASE_URL: z.string().default('postgresql://127.0.0.1:1/unset'),
  /** Connections that one process may hold. */
  DATABASE_POOL_MAX: z.coerce.number().int().positive().default(10),
  /** The address that people use; links, QR codes and origin checks follow it. */
  PUBLIC_URL: z.url().optional(),
  /** Proxies of our own in front of the portal, each of which adds the address it saw to X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  /** Secret of the session token and of everything signed, 32 bytes or more. */
  AUTH_SECRET: z.string().min(32).optional(),
  DATA_DIR: z.string().default('.data'),
  /** Folder of the local storage driver; below DATA_DIR when unset. */
  STORAGE_DIR: z.string().optional(),
  /** A bucket instead of the folder. Without an endpoint it is AWS; without keys, the machine's own identity. */
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('no-reply@localhost'),
  /** Where group robots are: WeCom, or a service on this machine that stands in for it in tests. */
  WECOM_URL: z
    .string()
    .regex(/^(https:\/\/qyapi\.weixin\.qq\.com|http:\/\/127\.0\.0\.1:\d+)$/)
    .default('https://qyapi.weixin.qq.com'),
  /** A file that holds an ISO instant: the clock of end-to-end tests. Obeyed only in a demo database. */
  TEST_CLOCK_FILE: z.string().optional(),
  NODE_ENV: z.string().default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

const blankAsMissing = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

export const env = environment.parse(blankAsMissing)

/** The address of the portal without a trailing slash. */
export const publicUrl = (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, '')

/** Whether the portal is reached over https, so that cookies carry `__Host-` and `Secure`. */
export const isHttps = publicUrl.startsWith('https:')

/** Next's development server: its overlay evaluates code and writes styles, so the content policy is looser there. */
export const isDevelopment = env.NODE_ENV === 'development'

/** The signing secret; throws where a process that signs was started without one. */
export function authSecret(): string {
  if (!env.AUTH_SECRET) throw new Error('AUTH_SECRET is not set')
  return env.AUTH_SECRET
}

/** next-auth asks the process for its address, and would believe a forwarded header where it finds none. */
process.env['NEXTAUTH_URL'] = publicUrl
