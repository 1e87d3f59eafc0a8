import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { log } from '@/lib/core/log'
import { failure, type Result } from '@/lib/core/result'
import { isOwnOrigin } from './origin'
import { perform, type Definition } from './perform'
import { visitor } from './session'

export type Action<Schema extends z.ZodType, Subject, Data> = ((input: z.input<Schema>) => Promise<Result<Data>>) & {
  definition: Definition<Schema, Subject, Data>
}

/**
 * Makes a server action of a definition. The only thing that a `'use server'` file may export (checked against the
 * build's manifest), so that no endpoint exists without `allow`.
 */
export function defineAction<Schema extends z.ZodType, Subject, Data>(
  definition: Definition<Schema, Subject, Data>,
): Action<Schema, Subject, Data> {
  const action = async (raw: unknown): Promise<Result<Data>> => {
    if (!isOwnOrigin((await headers()).get('origin'))) return failure('FOREIGN_ORIGIN')
    try {
      const { result, refresh } = await perform(definition, await visitor(), raw)
      for (const path of refresh) revalidatePath(path)
      return result
    } catch (error) {
      log.error({ err: error, action: definition.name }, 'action failed')
      return failure('UNEXPECTED')
    }
  }
  return Object.assign(action, { definition })
}
