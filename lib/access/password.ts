import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters that OWASP gives as its minimum; about 20 ms of one thread, off the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of nothing anybody knows: verified where there is no account, so that the work is the same. */
const dummyHash = '$argon2id$v=19$m=19456,t=2,p=1$EvF/ANKawvBuSEPU7L0BFw$zO22S3RB2akWJhAhrZupCQw1MrP6BWwC8pjO4kLCliM'

/** Typed by another keyboard, the same characters may come in another form. */
const plain = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(plain(password), cost)

/** Whether the password belongs to the hash. Without a hash the work is done all the same, and the answer is no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? dummyHash, plain(password))
  return matches && passwordHash !== null
}
