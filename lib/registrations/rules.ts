import type { MandateKind, RegistrationState } from '@/lib/core/prisma/enums'

export const peopleMax = 50
export const leaveReasonLengthMax = 200

/** States in which a place is held or waited for. */
export const openStates = ['PLACED', 'WAITING'] as const satisfies readonly RegistrationState[]

export const isOpen = (state: RegistrationState): boolean => openStates.some((open) => open === state)

/** Attendance counts by mandate (notice 三(一)); the principal's comes before the designated person's. */
export function strongestMandate(kinds: readonly MandateKind[]): MandateKind | null {
  if (kinds.includes('PRINCIPAL')) return 'PRINCIPAL'
  return kinds.includes('DESIGNATED') ? 'DESIGNATED' : null
}
