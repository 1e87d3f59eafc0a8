import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Fold } from '@/components/problems/fold'
import { fromDateOrNull } from '@/lib/core/clock'
import type { GuidanceDetail } from '@/lib/guidances/queries'
import { AdviseForm } from './advise-form'
import { ApproveForm, ArrangeForm, EndForm } from './guidance-forms'

type Props = {
  request: GuidanceDetail
  may: { approve: boolean; arrange: boolean; advise: boolean; withdraw: boolean }
  experts: { id: string; name: string; organization: string }[]
  organisers: { id: string; name: string; nameEn: string }[]
}

/** The next step of a request, for whoever's turn it is. */
export async function GuidanceSteps({ request, may, experts, organisers }: Props) {
  const [t, locale] = await Promise.all([getTranslations('guidances'), getLocale()])
  const { id, version, visitOn } = request
  const standing = { id, version }
  const choices = experts.map((expert) => ({ value: expert.id, label: `${expert.name} · ${expert.organization}` }))
  const alliances = organisers.map((one) => ({
    value: one.id,
    label: t('detail.coordinator', { alliance: locale === 'en' ? one.nameEn : one.name }),
  }))
  const named = request.experts.map(({ expert }) => expert.id)
  return (
    <Words of={['guidances']}>
      {may.approve && (
        <Section title={t('approve.title')}>
          <ApproveForm key={version} standing={standing} experts={choices} organisers={alliances} />
          <Fold summary={t('refuse.title')}>
            <EndForm standing={standing} way="refuse" />
          </Fold>
        </Section>
      )}
      {may.advise && (
        <Section title={t('advise.title')}>
          <p className="text-sm text-muted">{t('advise.note')}</p>
          <AdviseForm key={version} standing={standing} />
        </Section>
      )}
      {may.arrange && (
        <Fold summary={t('arrange.title')} isOpen={visitOn === null}>
          <ArrangeForm
            key={version}
            standing={standing}
            experts={choices}
            defaults={{ expertIds: named, visitOn: fromDateOrNull(visitOn) }}
          />
        </Fold>
      )}
      {may.withdraw && (
        <Fold summary={t('withdraw.title')}>
          <EndForm standing={standing} way="withdraw" />
        </Fold>
      )}
    </Words>
  )
}
