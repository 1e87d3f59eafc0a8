import type { Day } from '@/lib/core/clock'
import type { BusinessKind, LicenceKind } from '@/lib/core/prisma/enums'

/** The permits by which notice part two takes an enterprise of each kind in: 取得安全生产许可的…企业. */
export const licencesInScope: Record<BusinessKind, readonly LicenceKind[]> = {
  PRODUCTION: ['SAFETY_PRODUCTION'],
  TRADE_WITH_STORAGE: ['HAZCHEM_TRADE', 'PORT'],
  WAREHOUSING: ['HAZCHEM_TRADE', 'PORT'],
  FILLING_STATION: ['HAZCHEM_TRADE', 'REFINED_OIL_RETAIL'],
  USE: ['HAZCHEM_USE'],
  PHARMACEUTICAL: ['PHARMACEUTICAL_PRODUCTION', 'SAFETY_PRODUCTION', 'HAZCHEM_USE'],
}

type HeldLicence = { kind: LicenceKind; validFrom: Day | null; validTo: Day | null }

type Examined = { businessKind: BusinessKind; closedOn: Day | null; licences: readonly HeldLicence[] }

/** In scope or not, and by what. */
export type Eligibility =
  | { reason: 'HELD'; kind: LicenceKind; validTo: Day | null }
  | { reason: 'EXPIRED'; kind: LicenceKind; validTo: Day }
  | { reason: 'NOT_YET'; kind: LicenceKind; validFrom: Day }
  | { reason: 'MISSING'; kinds: readonly LicenceKind[] }
  | { reason: 'CLOSED'; closedOn: Day }

export const isEligible = ({ reason }: Eligibility): boolean => reason === 'HELD'

const lastDay = ({ validTo }: HeldLicence): Day => validTo ?? '9999-12-31'

const isStarted = ({ validFrom }: HeldLicence, today: Day): boolean => validFrom === null || validFrom <= today

/** Whether an enterprise is in the scope of the notice on a day; of several permits the one that lasts longest counts. */
export function eligibilityOf({ businessKind, closedOn, licences }: Examined, today: Day): Eligibility {
  if (closedOn !== null && closedOn <= today) return { reason: 'CLOSED', closedOn }
  const kinds = licencesInScope[businessKind]
  const fitting = licences
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))
  const held = fitting.find((licence) => isStarted(licence, today) && lastDay(licence) >= today)
  if (held) return { reason: 'HELD', kind: held.kind, validTo: held.validTo }
  const coming = fitting.find((licence) => !isStarted(licence, today))
  if (coming?.validFrom) return { reason: 'NOT_YET', kind: coming.kind, validFrom: coming.validFrom }
  const [over] = fitting
  return over?.validTo ? { reason: 'EXPIRED', kind: over.kind, validTo: over.validTo } : { reason: 'MISSING', kinds }
}

/** GB/T 4754 writes a class without subclasses with three digits or with a zero behind them: 271 is 2710. */
export const fourDigits = (code: string): string => (code.length === 3 ? `${code}0` : code)

export type SuggestionRule = { allianceId: string; industryCode: string | null; businessKind: BusinessKind | null }

export type Suggestion = { allianceId: string; byCode: string | null; byKind: BusinessKind | null }

type Described = { businessKind: BusinessKind; industryCode: string | null }

const weightOf = ({ industryCode, businessKind }: SuggestionRule): number =>
  (industryCode ? 2 : 0) + (businessKind ? 1 : 0)

/** The alliances whose rules fit best: code and kind before the code alone, the code before the kind alone. */
export function suggestionsOf(
  { businessKind, industryCode }: Described,
  rules: readonly SuggestionRule[],
): Suggestion[] {
  const code = industryCode && fourDigits(industryCode)
  const fitting = rules.filter(
    (rule) =>
      (rule.industryCode === null || rule.industryCode === code) &&
      (rule.businessKind === null || rule.businessKind === businessKind),
  )
  const best = Math.max(0, ...fitting.map(weightOf))
  const chosen = fitting.filter((rule) => weightOf(rule) === best)
  return chosen
    .filter((rule, index) => chosen.findIndex(({ allianceId }) => allianceId === rule.allianceId) === index)
    .map((rule) => ({ allianceId: rule.allianceId, byCode: rule.industryCode, byKind: rule.businessKind }))
}
