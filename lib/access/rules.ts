import { isDay } from '@/lib/core/clock'
import { isId } from '@/lib/core/id'
import { formatDay, formatInstant, formatNumber } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'
import type { Changes } from './audit'

/**
 * What the audit trail says, in words. It outlives the code that wrote it, so whatever there are no words for any more is
 * shown as it was written.
 */
type Words = { [key: string]: string | Words }

const wordAt = (tree: Words, ...path: string[]): string | null => {
  const found = path.reduce<string | Words | undefined>(
    (node, key) => (typeof node === 'object' && Object.hasOwn(node, key) ? node[key] : undefined),
    tree,
  )
  return typeof found === 'string' ? found : null
}

const splitVerb = (verb: string): [noun: string, act: string] => {
  const at = verb.indexOf('.')
  return at < 0 ? [verb, ''] : [verb.slice(0, at), verb.slice(at + 1)]
}

export const verbWords = (locale: Locale, verb: string): string =>
  wordAt(messagesOf(locale).audit.verb, ...splitVerb(verb)) ?? verb

export const nounWords = (locale: Locale, noun: string): string => wordAt(messagesOf(locale).audit.noun, noun) ?? noun

export const subjectWords = (locale: Locale, type: string): string =>
  wordAt(messagesOf(locale).audit.subject, type) ?? type

export const accessWords = (locale: Locale, kind: string): string =>
  wordAt(messagesOf(locale).audit.access, kind) ?? kind

/** Nobody is on record for reading what they were told; looking at a phone stands in the access log; a draft saves itself. */
const unrecorded = ['enterprise.unmask-phone', 'expert.unmask-phone', 'announcement.note', 'practice.save']
const isUnrecorded = (verb: string) => verb.startsWith('notification.') || unrecorded.includes(verb)

/** Every verb that the trail may hold, by noun: choices of the filter. */
export const recordedVerbs = (locale: Locale): { noun: string; verbs: string[] }[] =>
  Object.entries(messagesOf(locale).audit.verb)
    .map(([noun, acts]) => ({
      noun,
      verbs: Object.keys(acts)
        .map((act) => `${noun}.${act}`)
        .filter((verb) => !isUnrecorded(verb)),
    }))
    .filter(({ verbs }) => verbs.length > 0)

/** What an enterprise is written down with goes by the names of the workbook's columns. */
export function fieldWords(locale: Locale, noun: string, field: string): string {
  const { audit, imports } = messagesOf(locale)
  const ofRegistry = noun === 'enterprise' ? wordAt(imports.field, field) : null
  return ofRegistry ?? wordAt(audit.field, field) ?? field
}

/** Where the words of a coded value stand: its noun's own, else those that several nouns share. */
function codeWords(locale: Locale, noun: string, field: string, code: string): string | null {
  const messages = messagesOf(locale)
  const { account, activities, alliances, announcements, attendance, enterprises, imports, registrations } = messages
  const { disputes, experts, practices, problems, quizzes, settings, setup, topics, shell } = messages
  const own: Words = {
    activity: activities,
    alliance: { state: alliances.yearState },
    announcement: announcements,
    year: { state: alliances.yearState },
    import: imports,
    registration: registrations,
    topic: topics,
    problem: { state: problems.todoState },
    practice: practices,
    expert: { fields: experts.fieldName },
    quiz: { quiz: quizzes.state },
    enterprise: enterprises,
  }
  const shared: Words = {
    kind: activities.kind,
    mandateKind: enterprises.mandateKind,
    mandates: enterprises.mandateKind,
    mandateKinds: enterprises.mandateKind,
    businessKinds: enterprises.businessKind,
    section: setup.section,
    method: attendance.method,
    presenceVerdict: attendance.verdict,
    disputeState: disputes.state,
    locale: { ZH_CN: shell.languageName['zh-CN'], EN: shell.languageName.en },
    field: imports.field,
    holidayKind: settings.holidays.kind,
    codeKind: account.codes.kind,
    proposed: imports.field,
    refused: imports.field,
  }
  return wordAt(own, noun, field, code) ?? wordAt(shared, field, code)
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

const listMark: Record<Locale, string> = { 'zh-CN': '、', en: ', ' }

/** Numbers that are names, not counts. */
const ordinals = ['year', 'quarter']

/** One value; empty where there is none. */
export function valueWords(locale: Locale, noun: string, field: string, value: unknown): string {
  const { common } = messagesOf(locale)
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (typeof value === 'number') return ordinals.includes(field) ? String(value) : formatNumber(value)
  if (Array.isArray(value))
    return value
      .map((one: unknown) => valueWords(locale, noun, field, one) || unnamedWords(locale, field))
      .join(listMark[locale])
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => partWords(locale, noun, field, key, one))
      .filter((text) => text !== '')
      .join(field === 'mapping' ? listMark[locale] : ' ')
  const text = String(value)
  if (instantPattern.test(text)) return formatInstant(locale, text)
  if (isDay(text)) return formatDay(locale, text)
  return codeWords(locale, noun, field, text) ?? text
}

/** A place without a name, or a coming without a mandate. */
const unnamedWords = (locale: Locale, field: string): string =>
  field === 'mandates' ? messagesOf(locale).common.none : messagesOf(locale).audit.unnamed

/** A part of a value that is made of several: a line of an agenda, a column of a workbook. */
function partWords(locale: Locale, noun: string, field: string, key: string, value: unknown): string {
  if (field === 'mapping') return `${wordAt(messagesOf(locale).imports.field, key) ?? key} ${Number(value) + 1}`
  return valueWords(locale, noun, key, value)
}

export type ChangeWords = { field: string; before: string; after: string }

const isOnlyIds = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isOnlyIds) : value === null || (typeof value === 'string' && isId(value))

const hasId = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null)

/** Ids mean nothing to people; what they name stands beside them. */
const isTechnical = ([before, after]: [unknown, unknown]): boolean =>
  isOnlyIds(before) && isOnlyIds(after) && (hasId(before) || hasId(after))

/** The database keeps no order of fields: they are told as the words have them, those without words last. */
function placeOf(noun: string, field: string): number {
  const { audit, imports } = messagesOf('zh-CN')
  const known = [...(noun === 'enterprise' ? Object.keys(imports.field) : []), ...Object.keys(audit.field)]
  const place = known.indexOf(field)
  return place < 0 ? known.length : place
}

/** What changed, field by field; what was empty and stays empty is left out. */
export function changeWords(locale: Locale, verb: string, changes: Changes): ChangeWords[] {
  const [noun] = splitVerb(verb)
  return Object.entries(changes)
    .filter(([, pair]) => !isTechnical(pair))
    .toSorted(([a], [b]) => placeOf(noun, a) - placeOf(noun, b))
    .map(([field, [before, after]]) => ({
      field: fieldWords(locale, noun, field),
      before: valueWords(locale, noun, field, before),
      after: valueWords(locale, noun, field, after),
    }))
    .filter(({ before, after }) => before !== '' || after !== '')
}

/** What an entry of the access log is about, in words: what was refused, or how an export was narrowed. */
export function detailWords(
  locale: Locale,
  { kind, subjectType, detail }: { kind: string; subjectType: string; detail: Record<string, unknown> },
): string[] {
  const { audit } = messagesOf(locale)
  const colon = locale === 'zh-CN' ? '：' : ': '
  if (kind === 'REFUSED') {
    const code = String(detail['code'] ?? '')
    const said = `${verbWords(locale, String(detail['action'] ?? ''))}${colon}${wordAt(audit.refused, code) ?? code}`
    const { creditCode } = detail
    return typeof creditCode === 'string' ? [said, creditCode] : [said]
  }
  const wordsOf = (field: string, value: unknown): string => {
    if (field === 'verb') return filterWords(locale, String(value))
    if (field === 'subject') return subjectWords(locale, String(value))
    return value === undefined || value === false || isOnlyIds(value)
      ? ''
      : valueWords(locale, subjectType, field, value)
  }
  // What it was narrowed to, and then how much it was.
  const { rows, ...asked } = detail
  return Object.entries({ ...asked, rows })
    .map(([field, value]) => ({ field, text: wordsOf(field, value) }))
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => `${fieldWords(locale, subjectType, field)}${colon}${text}`)
}

/** A noun or a verb, as the filter names them. */
export function filterWords(locale: Locale, verb: string): string {
  const { audit } = messagesOf(locale)
  const [noun, act] = splitVerb(verb)
  return act ? verbWords(locale, verb) : (wordAt(audit.noun, noun) ?? noun)
}
