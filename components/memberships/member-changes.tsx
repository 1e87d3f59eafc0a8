import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { reinstateMember } from '@/lib/alliances/actions'
import type { MemberRow } from '@/lib/alliances/member-queries'
import { ReleaseMemberForm } from './release-member-form'
import { TransferMemberForm } from './transfer-member-form'

type Props = { latest: MemberRow; alliances: Choice[]; today: string; path: string }

/** What can be done about the latest place: leave, move on, or take a leaving back. */
export function MemberChanges({ latest, alliances, today, path }: Props) {
  const t = useTranslations('memberships.membership')
  if (latest.kind === 'LEAD' && !latest.leftOn)
    return (
      <Banner>
        {t('isLead')}{' '}
        <Link href={`${path.replace(/members$/, 'lead')}`} prefetch={false} className="link">
          {t('openLead')}
        </Link>
      </Banner>
    )
  if (latest.leftOn)
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t('ended')}</p>
        <Words of={['memberships']}>
          <ActionButton
            action={reinstateMember}
            input={{ membershipId: latest.id }}
            label={t('reinstate')}
            confirm={{
              title: t('reinstateConfirm', { name: latest.name }),
              text: t('reinstateText'),
              confirmLabel: t('reinstate'),
            }}
            say={t('reinstated')}
          />
        </Words>
      </div>
    )
  return (
    <Words of={['memberships']}>
      <div className="grid gap-8 lg:grid-cols-2">
        <Change title={t('release')} text={t('releaseText')}>
          <ReleaseMemberForm membershipId={latest.id} today={today} backHref={path} />
        </Change>
        <Change title={t('transfer')} text={t('transferText')}>
          <TransferMemberForm membershipId={latest.id} alliances={alliances} today={today} backHref={path} />
        </Change>
      </div>
    </Words>
  )
}

const Change = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <Section title={title}>
    <p className="text-muted">{text}</p>
    {children}
  </Section>
)
