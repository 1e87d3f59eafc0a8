import { useLocale, useTranslations } from 'next-intl'
import {
  clauseHeading,
  clauses,
  clauseSummary,
  partHeading,
  type Clause,
  type Modality,
} from '@/lib/text/notice-clauses'

const tone: Record<Modality, string> = {
  MUST: 'border-primary text-primary font-bold',
  SHOULD: 'border-primary text-primary',
  ENCOURAGED: 'border-line text-muted',
  SUGGESTED: 'border-line text-muted',
  MAY: 'border-line text-muted',
}

function ModalityChip({ modality }: { modality: Modality }) {
  const t = useTranslations('notice.modality')

  return (
    <span className={`ml-1 inline-block rounded border px-1.5 text-xs whitespace-nowrap ${tone[modality]}`}>
      {t(modality)}
    </span>
  )
}

function ClauseText({ clause }: { clause: Clause }) {
  const t = useTranslations('notice')
  const locale = useLocale()
  const part = partHeading(clause, locale)
  const heading = clauseHeading(clause.id, locale)
  const isWholePart = part?.includes(heading.title)

  return (
    <section
      id={clause.id}
      className="target:bg-primary-soft -mx-3 rounded px-3 py-1"
      aria-labelledby={`${clause.id}-heading`}
    >
      {part && !isWholePart && clause.id !== 'annex' ? <h2 className="mt-6 mb-2 text-xl">{part}</h2> : null}
      <h3
        id={`${clause.id}-heading`}
        className={isWholePart || clause.id === 'annex' ? 'mt-6 mb-2 text-xl' : 'mt-4 mb-1 text-lg'}
      >
        {isWholePart ? part : `${heading.number}　${heading.title}`}
        <a
          className="no-print text-muted ml-2 inline-block min-w-6 text-center font-normal"
          href={`#${clause.id}`}
          aria-label={`${t('linkToClause')} ${heading.number}`}
        >
          #
        </a>
      </h3>
      {locale === 'en' ? <p className="mb-2">{clauseSummary(clause.id)}</p> : null}
      <div lang="zh-CN" className={locale === 'en' ? 'text-muted text-sm' : undefined}>
        {clause.id === 'annex' ? <AnnexLines clause={clause} /> : <Sentences clause={clause} />}
      </div>
    </section>
  )
}

function Sentences({ clause }: { clause: Clause }) {
  return (
    <p>
      {clause.sentences.map((sentence) => (
        <span key={sentence.text}>
          {sentence.text}
          {sentence.modality ? <ModalityChip modality={sentence.modality} /> : null}
        </span>
      ))}
    </p>
  )
}

function AnnexLines({ clause }: { clause: Clause }) {
  return (
    <ul className="space-y-1">
      {clause.sentences.map((sentence) => (
        <li key={sentence.text}>{sentence.text}</li>
      ))}
    </ul>
  )
}

/** The whole notice with an anchor for each clause: every rule chip in the portal leads to one of them. */
export function NoticeText() {
  const t = useTranslations('notice')
  const locale = useLocale()

  return (
    <div className="grid gap-8 lg:grid-cols-[14rem_1fr]">
      <nav aria-label={t('contents')} className="no-print text-sm lg:sticky lg:top-4 lg:self-start">
        <p className="text-muted mb-2 font-bold">{t('contents')}</p>
        <ul className="grid grid-cols-2 gap-x-4 sm:grid-cols-3 lg:grid-cols-1">
          {clauses.map(({ id }) => (
            <li key={id}>
              <a className="link flex min-h-8 items-center gap-2" href={`#${id}`}>
                <span className="w-16 shrink-0">{clauseHeading(id, locale).number}</span>
                {id === 'annex' ? null : <span className="text-ink">{clauseHeading(id, locale).title}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article className="border-line bg-surface max-w-3xl rounded-lg border px-5 py-6 sm:px-10">
        <p className="text-muted text-center text-sm">{t('documentNumber')}</p>
        <h1 className="mt-2 mb-6 text-center text-2xl">{t('documentTitle')}</h1>
        {locale === 'en' ? (
          <p className="bg-warning-soft text-warning mb-4 rounded px-3 py-2 text-sm">{t('courtesy')}</p>
        ) : null}
        <p>{t('addressees')}</p>
        <p className="mt-2">{t('opening')}</p>
        <p className="text-muted mt-4 text-sm">{t('legend')}</p>
        {clauses.map((clause) => (
          <ClauseText key={clause.id} clause={clause} />
        ))}
        <p className="mt-8 text-right">
          {t('issuer')}
          <br />
          {t('issuedOn')}
        </p>
        <p className="border-line text-muted mt-6 border-t pt-3 text-sm">
          {t('disclosure')}
          <br />
          {t('copies')}
        </p>
      </article>
    </div>
  )
}
