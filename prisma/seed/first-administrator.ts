import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { createFirstAdministratorLink } from '@/lib/users/mutations'

/** Prints the link by which the first administrator of an empty portal lets themselves in; nothing where there is one. */
const link = await db.$transaction((tx) => createFirstAdministratorLink(tx, { at: now() }))
if (link) console.log(link)
await db.$disconnect()
