import { loadIdentity, mintActor, wornHat } from '@/lib/access/identity'
import { bulkHandlers } from '@/lib/bulk/jobs'
import { startBulk } from '@/lib/bulk/mutations'
import { forecastChange, getSelection } from '@/lib/bulk/queries'
import type { Change } from '@/lib/bulk/schema'
import { db } from '@/lib/core/db'
import { now, today } from '@/lib/core/now'
import { registryQuery } from '@/lib/enterprises/schema'
import { runTask } from '@/lib/tasks/jobs'
import { undoTask } from '@/lib/tasks/mutations'

/** Changes the whole registry as the worker does, takes it back, and prints what each took, as JSON. */
const user = await db.user.findUniqueOrThrow({ where: { email: 'officer@demo.test' }, select: { id: true } })
const identity = await loadIdentity(db, user.id, today())
if (!identity) throw new Error('the officer is nobody')
const actor = mintActor(identity, wornHat(identity, null), null, today())
const alliance = await db.alliance.findFirstOrThrow({ where: { slug: 'coatings' }, select: { id: true, name: true } })
const selection = { scope: 'filter' as const, filter: registryQuery.parse({}) }
const { count: confirmed } = await getSelection(actor, selection)

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

async function measure(change: Change) {
  const checkSeconds = await took(() => forecastChange(actor, selection, change))
  const key = crypto.randomUUID()
  const { data } = await db.$transaction((tx) =>
    startBulk(tx, actor, { selection, change, confirmed, key, alliance: 'allianceId' in change ? alliance : null }),
  )
  const runSeconds = await took(() => runTask({ taskId: data.id }, bulkHandlers))
  const task = await db.task.findUniqueOrThrow({ where: { id: data.id } })
  if (task.state !== 'DONE') throw new Error(`the task ended as ${task.state}: ${task.problem}`)
  let undoSeconds: number | null = null
  if (task.undoUntil) {
    const subject = { ...task, hat: task.hat }
    const undone = await db.$transaction((tx) => undoTask(tx, actor, subject, now()))
    undoSeconds = await took(() => runTask({ taskId: undone.data.id }, bulkHandlers))
  }
  const { done = confirmed } = task.summary as { done?: number }
  return { act: change.act, met: confirmed, done, checkSeconds, runSeconds, undoSeconds }
}

const reason = '测量'
const measured = [
  await measure({ act: 'admit', allianceId: alliance.id, on: today(), reason }),
  await measure({ act: 'size', sizeClass: 'MICRO', reason }),
  await measure({ act: 'release', allianceId: alliance.id, on: today(), reason }),
  await measure({ act: 'export' }),
]
console.log(JSON.stringify(measured))
await db.$disconnect()
