import { PracticeArea, PracticeShareClass, PracticeSubject } from '@/lib/core/prisma/enums'

export type PracticeFilter = {
  q: string | null
  subject: PracticeSubject | null
  area: PracticeArea | null
  shareClass: PracticeShareClass | null
  /** Slug. */
  alliance: string | null
  isByAdoption: boolean
}

const oneOf = <T extends string>(choices: Record<string, T>, value: string | undefined): T | null =>
  Object.values(choices).find((choice) => choice === value) ?? null

/** Reads the query of an address; what makes no sense narrows nothing. */
export const practiceFilterOf = (read: (name: string) => string | undefined): PracticeFilter => ({
  q: read('q')?.slice(0, 60) ?? null,
  subject: oneOf(PracticeSubject, read('subject')),
  area: oneOf(PracticeArea, read('area')),
  shareClass: oneOf(PracticeShareClass, read('class')),
  alliance: read('alliance')?.slice(0, 60) ?? null,
  isByAdoption: read('sort') === 'adopted',
})
