import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Badge, type Tone } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { formatInstant } from '@/lib/text/format'
import type { UserDetail as Detail } from '@/lib/users/queries'
import { AppointForm } from './appoint-form'
import type { OfficePlan } from './appointment-fields'
import { AppointmentTable } from './appointment-table'
import { MandateTable } from './mandate-table'
import { RenameForm } from './rename-form'
import { DisableUserButton, EnableUserButton, IssueLinkButton } from './user-actions'

const tones: Record<Detail['state'], Tone> = { ACTIVE: 'success', INVITED: 'warning', DISABLED: 'neutral' }

export type Can = {
  disable: boolean
  enable: boolean
  rename: boolean
  issueLink: boolean
  /** Ids of the appointments that the viewer may end. */
  end: string[]
  /** Ids of the enterprises that the person may be made to leave. */
  leave: string[]
  readTrail: boolean
  /** Ids of the enterprises that the viewer may open. */
  openEnterprises: ReadonlySet<string>
}

type Props = { user: Detail; can: Can; plan: OfficePlan | null; today: string }

export async function UserDetail({ user, can, plan, today }: Props) {
  const [t, locale] = await Promise.all([getTranslations('users'), getLocale()])
  const person = { id: user.id, name: user.name }
  const isDisabled = user.state === 'DISABLED'

  return (
    <Words of={['users']}>
      <PageHeader
        title={user.name}
        crumbs={[{ href: '/portal/users', label: t('title') }]}
        note={
          <>
            <Badge tone={tones[user.state]}>{t(`state.${user.state}`)}</Badge>
            <span>{user.account}</span>
          </>
        }
        actions={
          <>
            {can.readTrail && (
              <ButtonLink href={`/portal/audit?subject=user&id=${user.id}`}>{t('detail.trail')}</ButtonLink>
            )}
            {can.disable && !isDisabled && <DisableUserButton user={person} />}
            {can.enable && isDisabled && <EnableUserButton user={person} />}
          </>
        }
      />
      {!can.rename && plan && <Banner>{t('detail.keptElsewhere')}</Banner>}
      <DescriptionList
        entries={[
          { label: t('field.account'), value: user.account },
          {
            label: t('field.lastSeenAt'),
            value: user.lastSeenAt ? formatInstant(locale, user.lastSeenAt) : t('neverSeen'),
          },
          { label: t('field.createdAt'), value: formatInstant(locale, user.createdAt) },
        ]}
      />
      {can.issueLink && !isDisabled && <IssueLinkButton user={person} isActivated={user.state === 'ACTIVE'} />}
      {can.rename && <RenameForm userId={user.id} name={user.name} />}
      <Section title={t('detail.appointments')}>
        <AppointmentTable userId={user.id} appointments={user.appointments} endable={can.end} today={today} />
        {plan && !isDisabled && (
          <details className="rounded-md border bg-surface">
            <summary className="flex min-h-10 items-center px-4 text-primary">{t('detail.appoint')}</summary>
            <div className="border-t p-4">
              <AppointForm userId={user.id} plan={plan} today={today} />
            </div>
          </details>
        )}
      </Section>
      {user.mandates.length > 0 && (
        <Section title={t('detail.mandates')}>
          <p className="text-muted">{t('detail.mandatesHint')}</p>
          <MandateTable userId={user.id} mandates={user.mandates} openable={can.openEnterprises} leavable={can.leave} />
        </Section>
      )}
    </Words>
  )
}
