import { diffChars } from 'diff'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { figuresText, sectionKeys, type PracticeContent, plainText } from '@/lib/practices/rules'

type Side = { number: number; title: string; content: PracticeContent }

/** Beyond so many changed characters the two texts stand one after the other: no one reads a finer comparison. */
const editsMax = 1_500

/** Two versions, section by section; by characters, because Chinese has no spaces. */
export async function PracticeDiff({ from, to }: { from: Side; to: Side }) {
  const t = await getTranslations('practices')
  const parts = [
    { title: t('field.title'), before: from.title, after: to.title },
    ...sectionKeys.map((key) => ({
      title: t(`section.${key}`),
      before: plainText(from.content[key]),
      after: plainText(to.content[key]),
    })),
    { title: t('detail.figures'), before: figuresText(from.content), after: figuresText(to.content) },
  ]
  const changed = parts.filter(({ before, after }) => before !== after)
  const same = parts.filter(({ before, after }) => before === after && after !== '')
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p className="font-bold">{t('detail.comparing', { from: String(from.number), to: String(to.number) })}</p>
      {changed.map(({ title, before, after }) => (
        <Section key={title} title={title}>
          <p className="rounded-md border bg-surface p-3 break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Changes before={before} after={after} />
          </p>
        </Section>
      ))}
      {same.length > 0 && (
        <p className="text-sm text-muted">
          {t('detail.unchanged', { parts: same.map(({ title }) => title).join(t('consent.comma')) })}
        </p>
      )}
    </div>
  )
}

async function Changes({ before, after }: { before: string; after: string }) {
  const t = await getTranslations('practices.detail')
  const changes = diffChars(before, after, { maxEditLength: editsMax }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return changes.map(({ value, added, removed }, index) => {
    if (added)
      return (
        <ins key={index} title={t('inserted')} className="bg-success-soft text-success no-underline">
          {value}
        </ins>
      )
    if (removed)
      return (
        <del key={index} title={t('deleted')} className="bg-danger-soft text-danger">
          {value}
        </del>
      )
    return <span key={index}>{value}</span>
  })
}
