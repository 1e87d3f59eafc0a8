import type { z } from 'zod'
import { perform, type Definition } from '@/lib/access/perform'
import type { Result } from '@/lib/core/result'
import type { ActorName, World } from './world'

/** Does one action as one actor of the world, as a request would, and answers what the browser would get. */
export async function act<Schema extends z.ZodType, Subject, Data>(
  world: World,
  name: ActorName,
  action: { definition: Definition<Schema, Subject, Data> },
  input: z.input<Schema>,
): Promise<Result<Data>> {
  return (await perform(action.definition, await world.actor(name), input)).result
}
