import path from 'node:path'

/** The folder of this checkout. */
export const root = path.resolve(import.meta.dirname, '../..')

/** A program that npm has installed, as a file for node. */
export const program = (file) => path.join(root, 'node_modules', file)
