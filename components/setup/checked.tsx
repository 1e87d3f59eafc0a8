import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import type { ActivityDetail } from '@/lib/activities/queries'
import type { Audience, AudienceCount } from '@/lib/audiences/queries'
import { narrows } from '@/lib/audiences/rules'
import type { DraftSection } from '@/lib/core/prisma/enums'
import { formatInstant, formatNumber, formatRange, formatTime } from '@/lib/text/format'
import { sectionPaths } from './task-list'

type Props = { activity: ActivityDetail; audience: Audience; count: AudienceCount; files: number }

/** All that a draft says, part by part, each with the way back to it. */
export async function Checked({ activity, audience, count, files }: Props) {
  const parts: { section: DraftSection; entries: Entry[] }[] = [
    { section: 'BASICS', entries: await basicsOf(activity) },
    { section: 'AUDIENCE', entries: await audienceEntries(activity, audience, count) },
    { section: 'AGENDA', entries: await agendaOf(activity, files) },
    { section: 'CHECK_IN', entries: await checkInOf(activity) },
  ]
  const t = await getTranslations('setup')
  return parts.map(({ section, entries }) => (
    <Section
      key={section}
      title={t(`section.${section}`)}
      actions={
        <a href={`/portal/activities/${activity.id}${sectionPaths[section]}`} className="link text-sm">
          {t('checked.change')}
          <span className="sr-only"> · {t(`section.${section}`)}</span>
        </a>
      }
    >
      <DescriptionList entries={entries} columns={1} />
    </Section>
  ))
}

async function basicsOf({ kind, mode, title, description, place, onlineUrl, ...activity }: ActivityDetail) {
  const [t, locale] = await Promise.all([getTranslations('activities'), getLocale()])
  const isOnline = mode === 'ONLINE'
  return [
    { label: t('field.kind'), value: t(`kind.${kind}`) },
    { label: t('field.title'), value: title },
    { label: t('field.time'), value: formatRange(locale, activity.startsAt, activity.endsAt) },
    { label: t('field.mode'), value: t(`mode.${mode}`) },
    ...(isOnline ? [] : [{ label: t('field.place'), value: place }]),
    ...(mode === 'ON_SITE' ? [] : [{ label: t('field.onlineUrl'), value: onlineUrl }]),
    { label: t('field.description'), value: description && <p className="whitespace-pre-line">{description}</p> },
  ]
}

async function audienceEntries(activity: ActivityDetail, audience: Audience, count: AudienceCount): Promise<Entry[]> {
  const [t, field, audiences, enterprises, activities, locale] = await Promise.all([
    getTranslations('setup.checked'),
    getTranslations('audiences.field'),
    getTranslations('audiences'),
    getTranslations('enterprises'),
    getTranslations('activities.field'),
    getLocale(),
  ])
  const join = (words: string[]) => words.join(locale === 'en' ? ', ' : '、')
  const alliances = activity.alliances.map(({ alliance }) => (locale === 'en' ? alliance.nameEn : alliance.name))
  const chosen: [string, ReactNode][] = [
    [field('mandateKinds'), join(audience.mandateKinds.map((kind) => enterprises(`mandateKind.${kind}`)))],
    [field('businessKinds'), join(audience.businessKinds.map((kind) => enterprises(`businessKind.${kind}`)))],
    [field('jurisdictions'), join(audience.jurisdictions.map(({ name }) => name))],
    [field('isUntrainedOnly'), audience.isUntrainedOnly && t('rule.untrained')],
    [
      audiences('excluded.title', { count: audience.excluded.length }),
      audience.excluded.length > 0 && t('rule.excluded', { names: join(audience.excluded.map(({ name }) => name)) }),
    ],
  ]
  const told = { people: formatNumber(count.people), enterprises: formatNumber(count.enterprises) }
  return [
    { label: activities('alliances'), value: join(alliances) },
    ...(narrows(audience) ? [] : [{ label: audiences('title'), value: t('rule.everyone') }]),
    ...chosen.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    {
      label: audiences('firms.people'),
      value: (
        <>
          <strong>{t('told', told)}</strong>
          {count.unreached > 0 && (
            <span className="block text-muted">{audiences('unreached', { count: count.unreached })}</span>
          )}
        </>
      ),
    },
  ]
}

async function agendaOf({ agenda }: ActivityDetail, files: number): Promise<Entry[]> {
  const [t, activities] = await Promise.all([getTranslations('setup.checked'), getTranslations('activities')])
  const lines = (
    <ol>
      {agenda.map(({ startsAt, title, speaker }, index) => (
        <li key={index}>{[startsAt && formatTime(startsAt), title, speaker].filter(Boolean).join(' · ')}</li>
      ))}
    </ol>
  )
  return [
    { label: activities('field.agenda'), value: agenda.length > 0 ? lines : t('noAgenda') },
    { label: activities('fileKind.MATERIAL'), value: files > 0 ? t('files', { count: files }) : t('noFiles') },
  ]
}

async function checkInOf({ capacity, registrationOpensAt, registrationClosesAt }: ActivityDetail): Promise<Entry[]> {
  const [t, locale] = await Promise.all([getTranslations('activities.field'), getLocale()])
  return [
    { label: t('capacity'), value: capacity === null ? t('unlimited') : formatNumber(capacity) },
    {
      label: t('registrationOpensAt'),
      value: registrationOpensAt ? formatInstant(locale, registrationOpensAt) : t('registrationOpensAtHint'),
    },
    {
      label: t('registrationClosesAt'),
      value: registrationClosesAt ? formatInstant(locale, registrationClosesAt) : t('registrationClosesAtHint'),
    },
  ]
}
