import { readFileSync } from 'node:fs'
import { chown, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Who the embedded server runs as. PostgreSQL refuses to run as root, so there it gets the numeric ids of `nobody`; an
 * ordinary user runs it as themselves.
 * @type {{ uid: number, gid: number } | null} null: whoever runs this
 */
export const serverOwner = process.getuid?.() === 0 ? nobody() : null

function nobody() {
  let accounts = ''
  try {
    accounts = readFileSync('/etc/passwd', 'utf8')
  } catch {
    // A machine without the file: the ids that every system gives.
  }
  const [, uid = '65534', gid = '65534'] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** Gives a file or folder to the server. */
export async function giveToServer(file) {
  if (serverOwner) await chown(file, serverOwner.uid, serverOwner.gid)
}

/** Whether the server's owner can walk to `target` (as root: whether every folder above lets others through). */
export async function isReachableByServer(target) {
  if (!serverOwner) return true
  const folders = []
  for (let folder = path.resolve(target); folder !== path.dirname(folder); folder = path.dirname(folder))
    folders.push(folder)
  const passable = await Promise.all(
    folders.map(async (folder) => {
      const { mode, uid } = await stat(folder)
      return (mode & 0o001) !== 0 || (uid === serverOwner.uid && (mode & 0o100) !== 0)
    }),
  )
  return passable.every(Boolean)
}
