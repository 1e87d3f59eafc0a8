import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { PreviewWords } from './preview-lines'

/** What a press would make; where it would make nothing, why. */
export async function Preview({ words, children }: { words: PreviewWords; children: ReactNode }) {
  const t = await getTranslations('plans.preview')
  return (
    <Section title={t('title')}>
      {words.choices.length > 0 && <Words of={['plans']}>{children}</Words>}
      {words.choices.length === 0 && <EmptyState kind="nothing" title={t('nothing')} text={t('nothingText')} />}
      {words.standing.length > 0 && (
        <div className="flex flex-col gap-1 text-sm text-muted">
          <p className="font-bold">{t('standing')}</p>
          <ul>
            {words.standing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
