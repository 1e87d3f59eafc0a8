import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { Day } from '@/lib/core/clock'
import type { PollDetail } from '@/lib/polls/queries'
import { isAnswerable } from '@/lib/polls/rules'
import { formatDay } from '@/lib/text/format'

type Props = { poll: PollDetail; today: Day; isChooser: boolean }

const tones = { OPEN: 'primary', CHOSEN: 'success', CANCELLED: 'danger' } as const

/** What is asked, by whom and until when; and the draft that came of it, for whoever may publish it. */
export async function PollHead({ poll, today, isChooser }: Props) {
  const [t, kinds, plans, locale] = await Promise.all([
    getTranslations('polls'),
    getTranslations('activities.kind'),
    getTranslations('plans'),
    getLocale(),
  ])
  const isClosed = poll.state === 'OPEN' && !isAnswerable(poll, today)
  return (
    <>
      <PageHeader
        title={poll.title}
        crumbs={[{ href: `/portal/alliances/${poll.alliance.slug}/plan`, label: plans('title') }]}
        note={
          <>
            <Badge tone={isClosed ? 'warning' : tones[poll.state]}>
              {isClosed ? t('closed') : t(`state.${poll.state}`)}
            </Badge>
            <span>{kinds(poll.kind)}</span>
            <AllianceBadge alliance={poll.alliance} />
          </>
        }
        actions={
          isChooser &&
          poll.activityId && (
            <ButtonLink href={`/portal/activities/${poll.activityId}`} variant="primary">
              {t('result.toActivity')}
            </ButtonLink>
          )
        }
      />
      {poll.state === 'CANCELLED' && (
        <Banner tone="warning">{t('cancel.cancelled', { reason: poll.cancelReason })}</Banner>
      )}
      <DescriptionList
        entries={[
          { label: t('answer.until'), value: formatDay(locale, poll.closesOn) },
          { label: t('answer.createdBy'), value: poll.createdBy.name },
          ...(poll.place ? [{ label: t('answer.place'), value: poll.place }] : []),
          ...(poll.note
            ? [{ label: t('answer.note'), value: <p className="whitespace-pre-line">{poll.note}</p> }]
            : []),
        ]}
      />
    </>
  )
}
