'use client'

import { useTranslations } from 'next-intl'
import { useFailureWords } from '@/components/form/failure'
import { formatTime } from '@/lib/text/format'
import type { SaveState } from './use-draft-form'

/** Stays in view: whoever writes far down sees that it is kept, or what is in its way. */
export function SaveLine({ state }: { state: SaveState }) {
  const t = useTranslations('setup.save')
  const failure = useFailureWords()
  const isWrong = state.kind === 'failed' || state.kind === 'changed'
  return (
    <p
      role="status"
      className={`sticky top-14 z-10 -my-2 self-start rounded-md py-1 text-sm ${isWrong ? 'bg-danger-soft px-2 text-danger' : 'bg-page pr-2 text-muted'}`}
    >
      {wordsOf(state, t, failure)}
    </p>
  )
}

function wordsOf(
  state: SaveState,
  t: ReturnType<typeof useTranslations<'setup.save'>>,
  failure: ReturnType<typeof useFailureWords>,
): string {
  if (state.kind === 'saved') return t('saved', { time: formatTime(state.at) })
  if (state.kind === 'failed') return t('failed', { why: failure.ofRefusal(state.failure) })
  return t(state.kind)
}
