import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { log } from '@/lib/core/log'
import { failure, type Result } from '@/lib/core/result'
import { callerOf } from './caller'
import { isOwnOrigin } from './origin'
import { perform, type Definition } from './perform'
import { visitor } from './session'

export type Action<Schema extends z.ZodType, Subject, Data, Prepared = unknown> = ((
  input: z.input<Schema>,
) => Promise<Result<Data>>) & {
  definition: Definition<Schema, Subject, Data, Prepared>
}

/**
 * Makes a server action of a definition. The only thing that a `'use server'` file may export (checked against the
 * build's manifest), so that no endpoint exists without `allow`.
 */
export function defineAction<Schema extends z.ZodType, Subject, Data, Prepared>(
  definition: Definition<Schema, Subject, Data, Prepared>,
): Action<Schema, Subject, Data, Prepared> {
  const action = async (raw: unknown): Promise<Result<Data>> => answer(definition, raw)
  return Object.assign(action, { definition })
}

async function answer<Schema extends z.ZodType, Subject, Data, Prepared>(
  definition: Definition<Schema, Subject, Data, Prepared>,
  raw: unknown,
): Promise<Result<Data>> {
  const asked = await headers()
  if (!isOwnOrigin(asked.get('origin'))) return failure('FOREIGN_ORIGIN')
  try {
    const { result, refresh } = await perform(definition, await visitor(), raw, callerOf(asked))
    for (const path of refresh) revalidatePath(path)
    return result
  } catch (error) {
    log.error({ err: error, action: definition.name }, 'action failed')
    return failure('UNEXPECTED')
  }
}

/** What a form that works without script shows after it was sent: the answer, and what was typed. */
export type FormState<Data> = { result: Result<Data> | null; values: Record<string, string> }

export type FormAction<Schema extends z.ZodType, Subject, Data, Prepared = unknown> = ((
  state: FormState<Data>,
  form: FormData,
) => Promise<FormState<Data>>) & { definition: Definition<Schema, Subject, Data, Prepared> }

const notEchoed = /password|token|ticket|repeat|^current$|^code$/i

/**
 * The same for a plain `<form action>` with `useActionState`, which works before and without script: its fields are the
 * input. What was typed is echoed, but never a secret. `settle` runs after the commit: it may set a cookie, and says where
 * to go next (null: stay and show the answer). What a browser says the former state was is not looked at.
 */
export function defineFormAction<Schema extends z.ZodType, Subject, Data, Prepared>(
  definition: Definition<Schema, Subject, Data, Prepared>,
  settle: (data: Data) => Promise<string | null>,
): FormAction<Schema, Subject, Data, Prepared> {
  const action = async (_state: FormState<Data>, form: FormData): Promise<FormState<Data>> => {
    const typed = fieldsOf(form)
    const result = await answer(definition, typed)
    const target = result.ok ? await settle(result.data) : null
    if (target) redirect(target)
    return { result, values: Object.fromEntries(Object.entries(typed).filter(([field]) => !notEchoed.test(field))) }
  }
  return Object.assign(action, { definition })
}

/** The fields of a form without those that Next adds for itself. */
const fieldsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
    ),
  )
