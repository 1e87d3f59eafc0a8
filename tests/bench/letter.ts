import { randomUUID } from 'node:crypto'
import { loadIdentity, mintActor } from '@/lib/access/identity'
import { issuingCodes } from '@/lib/activations/jobs'
import { db } from '@/lib/core/db'
import { today } from '@/lib/core/now'
import { runTask } from '@/lib/tasks/jobs'
import { startTask } from '@/lib/tasks/mutations'

/** Issues codes to every enterprise of a database, none of which has come, as letters; prints what it took, as JSON. */
const megabytes = () => process.memoryUsage.rss() / 1_000_000

await db.user.updateMany({
  where: { OR: [{ email: null }, { email: { not: 'officer@demo.test' } }] },
  data: { passwordHash: null },
})
const { id: officer } = await db.user.findUniqueOrThrow({ where: { email: 'officer@demo.test' }, select: { id: true } })
const identity = await loadIdentity(db, officer, today())
const [hat] = identity?.hats ?? []
if (!identity || !hat) throw new Error('the city has no officer')
const params = { filter: {}, to: 'ALL', format: 'LETTERS', days: 60, contact: '危化处 李明 021-63580000' }
const wish = { kind: 'issue-codes', key: randomUUID(), params }
const actor = mintActor(identity, hat, null, today())
const { id: taskId } = await db.$transaction((tx) => startTask(tx, actor, wish))

let most = megabytes()
const watch = setInterval(() => (most = Math.max(most, megabytes())), 50)
const cpu = process.cpuUsage()
const began = performance.now()
await runTask({ taskId }, { 'issue-codes': issuingCodes })
const seconds = (performance.now() - began) / 1_000
const { user, system } = process.cpuUsage(cpu)
clearInterval(watch)
const task = await db.task.findUniqueOrThrow({ where: { id: taskId }, include: { resultFile: true } })
console.log(
  JSON.stringify({
    state: task.state,
    problem: task.problem,
    letters: await db.activationCode.count({ where: { revokedAt: null, usedAt: null, issuedById: officer } }),
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    megabytes: most,
    fileMegabytes: (task.resultFile?.sizeBytes ?? 0) / 1_000_000,
  }),
)
await db.$disconnect()
