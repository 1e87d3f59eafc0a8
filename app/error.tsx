'use client'

import { buttonClass } from '@/components/ui/button'

/**
 * The last resort: it cannot know which words are at hand, so it says both languages. The digest leads to the log.
 */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-3 px-4 py-16">
      <h1 className="text-2xl">系统出了问题，请稍后再试</h1>
      <p lang="en" className="text-muted">
        Something went wrong on our side. Please try again in a moment.
      </p>
      {error.digest && <p className="text-sm text-muted">编号 / Reference: {error.digest}</p>}
      <button type="button" onClick={reset} className={buttonClass('primary')}>
        重试 / Try again
      </button>
    </div>
  )
}
