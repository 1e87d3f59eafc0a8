import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { Engagement, ExpertDetail as Expert } from '@/lib/experts/queries'
import { formatInstant } from '@/lib/text/format'
import { ExpertPhone } from './expert-phone'

/** Who somebody is, and when they lecture. */
export async function ExpertFacts({ expert }: { expert: Expert }) {
  const t = await getTranslations('experts')
  const { id, name, organization, title, fields, otherFields, phone } = expert
  return (
    <Section title={t('detail.facts')}>
      <DescriptionList
        entries={[
          { label: t('field.organization'), value: organization },
          { label: t('field.title'), value: title },
          { label: t('field.fields'), value: fields.map((field) => t(`fieldName.${field}`)).join('、'), isWide: true },
          ...(otherFields ? [{ label: t('field.otherFields'), value: otherFields, isWide: true }] : []),
          {
            label: t('field.phone'),
            value: phone === '' ? t('detail.noPhone') : <ExpertPhone id={id} name={name} masked={phone} />,
          },
        ]}
      />
    </Section>
  )
}

/** Of what the reader does not see, only that the expert is taken then. */
export async function Engagements({ engagements, thisYear }: { engagements: Engagement[]; thisYear: number }) {
  const [t, locale] = await Promise.all([getTranslations('experts.detail'), getLocale()])
  return (
    <Section title={t('load')}>
      <p className="text-sm text-muted">
        {engagements.length === 0 ? t('noLoad') : t('loadNote', { count: String(thisYear) })}
      </p>
      {engagements.length > 0 && (
        <Table label={t('load')} isCards>
          <Heads heads={[t('time'), t('alliance'), t('course'), t('hours')]} />
          <tbody>
            {engagements.map(({ courseId, startsAt, hours, alliance, course }) => (
              <tr key={courseId}>
                <LabelledTd label={t('time')}>{formatInstant(locale, startsAt)}</LabelledTd>
                <LabelledTd label={t('alliance')}>{alliance}</LabelledTd>
                <td>
                  {course === null ? (
                    <span className="text-muted">{t('taken')}</span>
                  ) : (
                    <Link href={`/portal/activities/${course.activityId}`} prefetch={false} className="link">
                      {course.title}
                    </Link>
                  )}
                </td>
                <LabelledTd label={t('hours')}>{hours}</LabelledTd>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
