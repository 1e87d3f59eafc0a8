import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { EmptyState } from '@/components/layout/empty-state'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { AllianceOverview } from '@/lib/alliances/year-queries'
import { nameIn, toLocale } from '@/lib/text/locale'
import { startAllYears } from '@/lib/years/actions'

/** What will be started, with what it still lacks, before it reaches nine alliances. */
export async function StartCheck({ year, alliances }: { year: number; alliances: AllianceOverview[] }) {
  const t = await getTranslations('years.desk')
  const desk = `/portal/alliances/years/${year}`
  const planned = alliances.filter(({ year: own }) => own?.state === 'PLANNED')
  const back = <ButtonLink href={desk}>{t('edit')}</ButtonLink>
  if (planned.length === 0)
    return <EmptyState kind="nothing" title={t('nothingToStart')} text={t('nothingToStartText')} action={back} />
  const count = planned.length
  return (
    <div className="flex flex-col gap-4">
      <p>{t('startText', { count })}</p>
      <CheckTable year={year} planned={planned} />
      <div className="flex flex-wrap gap-2">
        <Words>
          <ActionButton
            action={startAllYears}
            input={{ year }}
            label={t('startSubmit', { count })}
            variant="primary"
            say={t('started', { year: String(year) })}
            goTo={desk}
          />
        </Words>
        {back}
      </div>
    </div>
  )
}

async function CheckTable({ year, planned }: { year: number; planned: AllianceOverview[] }) {
  const [t, locale] = await Promise.all([getTranslations('years.desk'), getLocale()])
  return (
    <Table label={t('label', { year: String(year) })} isCards>
      <thead>
        <tr>
          <Th>{t('alliance')}</Th>
          <Th>{t('meetingTarget')}</Th>
          <Th>{t('trainingMinimum')}</Th>
          <Th>{t('lead')}</Th>
          <Th>{t('insurer')}</Th>
          <Th>{t('check')}</Th>
        </tr>
      </thead>
      <tbody>
        {planned.map((alliance) => (
          <tr key={alliance.id}>
            <td className="t">
              <AllianceBadge alliance={alliance} name={nameIn(toLocale(locale), alliance)} />
            </td>
            <LabelledTd label={t('meetingTarget')}>{alliance.year?.meetingTarget ?? t('unset')}</LabelledTd>
            <LabelledTd label={t('trainingMinimum')}>{alliance.year?.trainingMinimum}</LabelledTd>
            <LabelledTd label={t('lead')} className="l">
              {alliance.lead?.name ?? t('none')}
            </LabelledTd>
            <LabelledTd label={t('insurer')} className="l">
              {alliance.insurer ? `${alliance.insurer.shortName} · ${alliance.insurer.coordinator}` : t('none')}
            </LabelledTd>
            <LabelledTd label={t('check')}>
              <Lacks alliance={alliance} />
            </LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

async function Lacks({ alliance }: { alliance: AllianceOverview }) {
  const t = await getTranslations('years.desk')
  const lacks = [
    alliance.year?.meetingTarget === null && t('missingTarget'),
    !alliance.lead && t('missingLead'),
    alliance.gaps.length > 0 && t('missingInsurer'),
    alliance.topics.length === 0 && t('missingTopics'),
  ].filter((text) => text !== false)
  if (lacks.length === 0) return <Badge tone="success">{t('complete')}</Badge>
  return (
    <span className="flex flex-wrap gap-1">
      {lacks.map((text) => (
        <Badge key={text} tone="warning">
          {text}
        </Badge>
      ))}
    </span>
  )
}
