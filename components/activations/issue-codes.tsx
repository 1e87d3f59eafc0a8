import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { ActivationFilter } from '@/lib/activations/schema'
import { IssueCodesForm } from './issue-codes-form'

type Props = { requestKey: string; filter: ActivationFilter; reach: { LACKING: number; ALL: number } }

/** Issuing for all that the address of the list names. */
export async function IssueCodes({ requestKey, filter, reach }: Props) {
  const t = await getTranslations('activations.bulk')
  const { q, jurisdiction, alliance, state } = filter
  const asked = {
    ...(q && { q }),
    ...(jurisdiction && { jurisdiction }),
    ...(alliance && { alliance }),
    ...(state && state !== 'COME' && { state }),
  }
  return (
    <div id="issue" className="no-print scroll-mt-20">
      <Section title={t('title')}>
        {reach.ALL === 0 ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <>
            <p className="max-w-2xl text-muted">{t('text')}</p>
            <Words of={['activations']}>
              <IssueCodesForm key={JSON.stringify(asked)} requestKey={requestKey} filter={asked} counts={reach} />
            </Words>
          </>
        )}
      </Section>
    </div>
  )
}
