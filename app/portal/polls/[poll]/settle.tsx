import { getTranslations } from 'next-intl/server'
import { CancelPollForm } from '@/components/polls/poll-forms'

/** The way out of a poll that nothing comes of: folded away, for it is the rare one. */
export async function Settle({ pollId }: { pollId: string }) {
  const t = await getTranslations('polls.cancel')
  return (
    <details className="no-print">
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-primary pointer-coarse:min-h-(--target)">
        {t('action')}
      </summary>
      <div className="pt-2">
        <CancelPollForm pollId={pollId} />
      </div>
    </details>
  )
}
