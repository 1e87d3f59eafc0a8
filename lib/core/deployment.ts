import { db } from './db'

let known: boolean | undefined

/** Whether this database holds the demo city. Fixed when the database was made, so it is asked once per process. */
export async function isDemoPortal(): Promise<boolean> {
  known ??= (await db.deployment.findUnique({ where: { id: 1 }, select: { isDemo: true } }))?.isDemo
  return known ?? false
}
