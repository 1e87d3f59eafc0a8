import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export const root = path.resolve(import.meta.dirname, '../..')

/** The staircase: a step imports what stands to its left, never to its right. */
export const steps = [
  'core',
  'text',
  'access',
  'settings',
  'notifications',
  'tasks',
  'organizations',
  'users',
  'views',
  'enterprises',
  'alliances',
  'bulk',
  'activations',
  'imports',
  'robots',
  'places',
  'presence',
  'activities',
  'plans',
  'polls',
  'registrations',
  'invitations',
  'audiences',
  'slots',
  'reminders',
  'registry',
  'duplicates',
  'attendance',
  'rosters',
  'disputes',
  'hosts',
  'certificates',
  'experts',
  'courses',
  'quizzes',
  'cases',
  'feedback',
  'followups',
  'papers',
  'services',
  'problems',
  'guidances',
  'inspections',
  'topics',
  'years',
  'practices',
  'kinds',
  'announcements',
  'handovers',
  'visibility',
  'reports',
  'search',
] as const

const freeSteps = ['core', 'text', 'access']
const vocabulary = ['schema', 'policy', 'rules', 'queries', 'mutations', 'actions', 'documents', 'jobs']

export type SourceFile = { file: string; text: string }
export type Import = { from: string; typeOnly: boolean }
export type Violation = string

/** All TypeScript of app, components, lib and prisma/seed, without the generated client. */
export function sources(): SourceFile[] {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      if (name === 'lib/core/prisma') return []
      if (entry.isDirectory()) return walk(name)
      return /\.tsx?$/.test(entry.name) ? [name] : []
    })
  return ['app', 'components', 'lib', 'prisma/seed']
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap(walk)
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
}

const parse = ({ file, text }: SourceFile) =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

/** What a file imports from the project, as paths from the root; late `import()` counts as a value. */
export function importsOf(source: SourceFile): Import[] {
  const found: Import[] = []
  const resolve = (specifier: string): string | null => {
    if (specifier.startsWith('@/')) return specifier.slice(2)
    return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(source.file), specifier) : null
  }
  const add = (specifier: string, typeOnly: boolean) => {
    const from = resolve(specifier)
    if (from) found.push({ from, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, isTypeOnly(node))
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(source))
  return found
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const bindings = clause.namedBindings
  return (
    !clause.name &&
    !!bindings &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  )
}

const values = (source: SourceFile) => importsOf(source).filter((entry) => !entry.typeOnly)
const layer = (file: string) => file.split('/')[0] ?? ''
const stepOf = (file: string) => (layer(file) === 'lib' ? (file.split('/')[1] ?? '') : '')
const kindOf = (file: string) => path.posix.basename(file).replace(/\.tsx?$/, '')
const report = (source: SourceFile, what: string): Violation => `${source.file}: ${what}`

/** 1. Only app imports app; lib never imports components. */
export function layersPointDown(source: SourceFile): Violation[] {
  return importsOf(source)
    .filter(
      ({ from }) =>
        (layer(from) === 'app' && layer(source.file) !== 'app') ||
        (layer(from) === 'components' && layer(source.file) === 'lib'),
    )
    .map(({ from }) => report(source, `must not import ${from}`))
}

/** 2. Components neither read nor decide: of lib they take schemas, actions, words, results and what is pure. */
export function componentsOnlyShow(source: SourceFile): Violation[] {
  if (layer(source.file) !== 'components') return []
  const allowed =
    /^lib\/([a-z]+\/(schema|([a-z]+-)?rules|([a-z]+-)?actions)$|text\/|core\/(result|clock|issues|prisma\/enums)$|access\/cookie$)/
  return values(source)
    .filter(({ from }) => layer(from) === 'lib' && !allowed.test(from))
    .map(({ from }) => report(source, `must not import ${from}`))
}

/**
 * Words that the browser loads: a schema brings its library along (37 kB compressed), and the server checks anyway. Limits
 * that a form says stand in `rules`.
 */
export function browsersLoadNoSchema(source: SourceFile): Violation[] {
  if (!/^'use client'/.test(source.text)) return []
  return values(source)
    .filter(({ from }) => /^lib\/[a-z]+\/schema$/.test(from))
    .map(({ from }) => report(source, `must not load ${from} into a browser`))
}

/** 3. Who holds the client; pages never call mutations. */
export function fewHoldTheClient(source: SourceFile): Violation[] {
  const mayHold =
    /^(lib\/core\/|lib\/access\/(perform|session|[a-z-]*trail|throttle)\.ts$|lib\/[a-z]+\/(queries|jobs|[a-z]+-queries)\.ts$|prisma\/seed\/|app\/api\/(health|ready)\/)/
  const held = values(source).filter(({ from }) => from === 'lib/core/db' && importsClient(source))
  const client = mayHold.test(source.file) ? [] : held.map(() => report(source, 'must not hold the database client'))
  const writes = values(source)
    .filter(({ from }) => layer(source.file) === 'app' && /\/mutations$/.test(from))
    .map(({ from }) => report(source, `a page must not call ${from}`))
  return [...client, ...writes]
}

const importsClient = (source: SourceFile) =>
  /import\s*\{[^}]*\bdb\b[^}]*\}\s*from\s*'[^']*core\/db'|import\s*\{[^}]*\bdb\b[^}]*\}\s*from\s*'\.\/db'/.test(
    source.text,
  )

/** 5. The staircase of lib; types may look up, values never. */
export function stairsGoUp(source: SourceFile): Violation[] {
  const own = steps.indexOf(stepOf(source.file) as (typeof steps)[number])
  if (layer(source.file) !== 'lib') return []
  if (own < 0) return [report(source, 'is no step of the staircase')]
  return values(source)
    .filter(({ from }) => layer(from) === 'lib' && steps.indexOf(stepOf(from) as (typeof steps)[number]) > own)
    .map(({ from }) => report(source, `must not look up the stairs to ${from}`))
}

/** A module speaks the closed vocabulary, two folders deep, nothing loose. */
export function vocabularyIsClosed(source: SourceFile): Violation[] {
  if (layer(source.file) !== 'lib') return []
  const parts = source.file.split('/')
  if (parts.length === 2) return [report(source, 'lies loose in lib')]
  if (freeSteps.includes(stepOf(source.file))) return []
  const known = vocabulary.some((word) => kindOf(source.file) === word || kindOf(source.file).endsWith(`-${word}`))
  return known && parts.length === 3 ? [] : [report(source, 'is not in the vocabulary of a module')]
}

/** The environment is read in one place. */
export function environmentIsReadOnce(source: SourceFile): Violation[] {
  const free = source.file === 'lib/core/env.ts' || source.file.startsWith('prisma/seed/')
  return !free && /process\.env/.test(source.text) ? [report(source, 'reads process.env')] : []
}

/** The clock is asked in one place. */
export function clockIsASeam(source: SourceFile): Violation[] {
  const free =
    source.file === 'lib/core/now.ts' || layer(source.file) === 'components' || source.file.startsWith('prisma/seed/')
  return !free && /new Date\(\)|Date\.now\(\)/.test(source.text)
    ? [report(source, 'asks the machine for the time')]
    : []
}

/** `'use server'` files export nothing but what defineAction made. */
export function actionsAreDefined(source: SourceFile): Violation[] {
  if (!/^\s*['"]use server['"]/m.test(source.text)) return []
  if (!/(^|-)actions$/.test(kindOf(source.file))) return [report(source, "has 'use server' and is no actions.ts")]
  const exported = [...source.text.matchAll(/^export\s+(?!type\b)(.*)$/gm)].map((match) => match[1] ?? '')
  return exported
    .filter((line) => !/^const \w+ = define\w*Action\(/.test(line))
    .map((line) => report(source, `exports without defineAction: ${line}`))
}

/** Actors are minted where sessions are resolved, and nowhere else. */
export function actorsAreMinted(source: SourceFile): Violation[] {
  return source.file !== 'lib/access/identity.ts' && /\bas Actor\b/.test(source.text)
    ? [report(source, 'mints an actor')]
    : []
}

/** Files stay short; a page is gate, query, component. */
export function filesStayShort(source: SourceFile): Violation[] {
  const lines = source.text.split('\n').length - 1
  const most = /^app\/.*page\.tsx$/.test(source.file) ? 60 : 300
  return lines > most ? [report(source, `has ${lines} lines, at most ${most}`)] : []
}

/** No drawers. */
export function nothingIsADrawer(source: SourceFile): Violation[] {
  return /(^|\/)(utils?|helpers?|misc|common|types|constants|index)(\.tsx?|\/)/.test(source.file) &&
    !/^lib\/text\/[^/]+\/common\.ts$/.test(source.file)
    ? [report(source, 'is a drawer')]
    : []
}
