/** What two entries may have in common that one establishment would have once. */
export const signs = ['NAME', 'LICENCE', 'CONTACT', 'ADDRESS'] as const

export type Sign = (typeof signs)[number]

export const reasonLengthMax = 200

/** What more entries than this share (the switchboard of a park, the address of a tower) says nothing of two of them. */
export const sharedByMax = 5

/** The two ids of a pair in the order in which they are kept. */
export const inOrder = (a: string, b: string): [string, string] => (a.toLowerCase() < b.toLowerCase() ? [a, b] : [b, a])
