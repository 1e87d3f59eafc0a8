import { useTranslations } from 'next-intl'
import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import { failure, type Failure, type Result } from '@/lib/core/result'

/**
 * Calls an action and gives a Failure for what never reached it: no network, or a page older than the server. What was
 * typed is kept in each case.
 */
export async function answerOf<Data>(call: () => Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await call()
  } catch (error) {
    if (isUnrecognizedAction(error)) return failure('OUTDATED_PAGE')
    if (error instanceof TypeError) return failure('NO_CONNECTION')
    // What Next throws to navigate (redirect, not found) is its own business.
    if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) throw error
    return failure('UNEXPECTED')
  }
}

/** Sentences for codes: refusals as they stand, fields by `forms.invalid` first. */
export function useFailureWords(): {
  ofRefusal: (problem: Pick<Failure, 'code' | 'params'>) => string
  ofField: (code: string, params?: Failure['params']) => string
} {
  const refusals = useTranslations('refusals')
  const invalid = useTranslations('forms.invalid')

  const ofRefusal = ({ code, params }: Pick<Failure, 'code' | 'params'>) =>
    refusals.has(code) ? refusals(code, params) : refusals('UNEXPECTED')
  const ofField = (code: string, params: Failure['params'] = {}) => {
    if (invalid.has(code)) return invalid(code, params)
    return refusals.has(code) ? refusals(code, params) : invalid('INVALID')
  }
  return { ofRefusal, ofField }
}
