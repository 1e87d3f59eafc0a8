import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import type { GateRules } from '@/lib/hosts/queries'
import { meetsAt } from '@/lib/hosts/rules'
import { formatInstant } from '@/lib/text/format'

type Rules = Omit<GateRules, 'id' | 'enterprise'>

/** The rules of the gate in words, where one meets first. */
export async function gateEntries(rules: Rules, startsAt: Date): Promise<Entry[]> {
  const [t, locale] = await Promise.all([getTranslations('hosts.rule'), getLocale()])
  const lines = (text: string) => <p className="whitespace-pre-line">{text || t('nothing')}</p>
  const at = formatInstant(locale, meetsAt(rules, { startsAt }))
  return [
    { label: t('meeting'), value: <strong>{t('meetingAt', { at, point: rules.meetingPoint })}</strong>, isWide: true },
    { label: t('protection'), value: lines(rules.protection), isWide: true },
    { label: t('forbidden'), value: lines(rules.forbidden), isWide: true },
    ...(rules.remarks ? [{ label: t('remarks'), value: lines(rules.remarks), isWide: true }] : []),
    { label: t('visitorsMax'), value: t('people', { count: rules.visitorsMax ?? 0 }) },
  ]
}

/** What those need to know who have a place. */
export async function GateRulesView({ rules, startsAt }: { rules: GateRules; startsAt: Date }) {
  const t = await getTranslations('hosts.rule')
  return (
    <Section title={t('title')}>
      <DescriptionList entries={await gateEntries(rules, startsAt)} />
      <p className="text-sm text-muted">{t('who')}</p>
    </Section>
  )
}
