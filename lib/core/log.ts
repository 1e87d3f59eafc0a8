import pino from 'pino'
import { env } from './env'

/** The log: ids and codes, never names, phones or tokens. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: ['password', '*.password', 'token', '*.token', 'authorization', 'cookie', '*.phone'],
})
