import { getLocale, getTranslations } from 'next-intl/server'
import type { ChangeWords } from '@/lib/access/rules'

const shownMax = 5

const textMax = 120

/** Before → after of what changed, a line each; what is long or much is folded. */
export async function ChangeList({ changes }: { changes: ChangeWords[] }) {
  const t = await getTranslations('audit')
  // One line more than there is room for is shown rather than folded.
  const shown = changes.length === shownMax + 1 ? changes : changes.slice(0, shownMax)
  const rest = changes.slice(shown.length)
  return (
    <>
      <Lines changes={shown} />
      {rest.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-6 items-center">{t('more', { count: rest.length })}</summary>
          <Lines changes={rest} />
        </details>
      )}
    </>
  )
}

async function Lines({ changes }: { changes: ChangeWords[] }) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  const colon = locale === 'zh-CN' ? '：' : ': '
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="text-muted">
            {field}
            {colon}
          </span>
          {before && (
            <>
              <span className="sr-only">{t('was')} </span>
              <Text text={before} />
              <span aria-hidden className="text-muted">
                {' → '}
              </span>
              <span className="sr-only">{t('becomes')} </span>
            </>
          )}
          {after ? <Text text={after} /> : <span className="text-muted">{t('nothing')}</span>}
        </li>
      ))}
    </ul>
  )
}

async function Text({ text }: { text: string }) {
  if (text.length <= textMax) return <span className="break-words">{text}</span>
  const t = await getTranslations('common.filter')
  return (
    <details className="group">
      <summary className="cursor-pointer">
        <span className="group-open:hidden">
          {text.slice(0, textMax)}… <span className="text-primary">{t('more')}</span>
        </span>
        <span className="hidden text-primary group-open:inline">{t('less')}</span>
      </summary>
      <p className="max-h-80 overflow-auto break-words whitespace-pre-line">{text}</p>
    </details>
  )
}
