import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { QuizFigures, QuizResult } from '@/lib/quizzes/result-queries'
import { formatInstantOfYear } from '@/lib/text/format'

const verdictOf = ({ attempts, hasPassed }: QuizResult) => {
  if (hasPassed) return { tone: 'success', word: 'page.passed' } as const
  return attempts > 0
    ? ({ tone: 'danger', word: 'page.failed' } as const)
    : ({ tone: 'neutral', word: 'results.notYet' } as const)
}

/** Who has passed and who has not, for whoever runs the training. */
export async function QuizResults({ results, figures }: { results: QuizResult[]; figures: QuizFigures }) {
  const [t, locale] = await Promise.all([getTranslations('quizzes'), getLocale()])
  const { came, answered, passed } = figures
  const heads = ['name', 'enterprise', 'attempts', 'best', 'state', 'lastAt'] as const
  return (
    <Section title={t('results.title')}>
      <p className="text-sm text-muted">
        {came === 0
          ? t('results.none')
          : t('panel.figures', { came: String(came), answered: String(answered), passed: String(passed) })}
      </p>
      {results.length > 0 && (
        <Table label={t('results.title')} isCards>
          <Heads heads={heads.map((head) => t(`results.${head}`))} />
          <tbody>
            {results.map((result) => (
              <tr key={result.userId}>
                <th scope="row">{result.name}</th>
                <LabelledTd label={t('results.enterprise')}>{result.enterprise ?? '—'}</LabelledTd>
                <LabelledTd label={t('results.attempts')}>{result.attempts}</LabelledTd>
                <LabelledTd label={t('results.best')}>{result.best ?? '—'}</LabelledTd>
                <td>
                  <Badge tone={verdictOf(result).tone}>{t(verdictOf(result).word)}</Badge>
                </td>
                <LabelledTd label={t('results.lastAt')}>
                  {result.lastAt ? formatInstantOfYear(locale, result.lastAt) : '—'}
                </LabelledTd>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
