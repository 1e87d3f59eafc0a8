import { getLocale, getTranslations } from 'next-intl/server'
import { ReplyView } from '@/components/cases/reply-view'
import { SelfCheckForm } from '@/components/cases/self-check-form'
import { Section } from '@/components/layout/page-header'
import type { CheckLine, ReplyRow } from '@/lib/cases/check-queries'
import { formatDay } from '@/lib/text/format'

/** The own enterprise's self-check: the form while it may be answered, and then what was answered. */
export async function OwnReply({ check, reply }: { check: CheckLine; reply: ReplyRow }) {
  const [t, locale] = await Promise.all([getTranslations('cases.check'), getLocale()])
  const { questions } = check.case
  return (
    <Section title={t('section')}>
      <p className="text-sm text-muted">
        {reply.mayAnswer ? t('answerNote', { day: formatDay(locale, check.dueOn) }) : t('overNote')}
      </p>
      {reply.mayAnswer ? (
        <SelfCheckForm key={reply.version} reply={reply} questions={questions} />
      ) : (
        <ReplyView reply={reply} questions={questions} />
      )}
    </Section>
  )
}
