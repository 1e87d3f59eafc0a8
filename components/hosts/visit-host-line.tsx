import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import type { ActivityDetail } from '@/lib/activities/queries'
import type { VisitHostRow } from '@/lib/hosts/queries'
import { hostTones } from './host-requests'

type Props = {
  activity: Pick<ActivityDetail, 'id' | 'visitHosts' | 'state'>
  /** The request that stands, for whoever deals with it. */
  open: VisitHostRow | null
  isRunBy: boolean
  /** Nobody has agreed to the time that it has now. */
  isMoved: boolean
  /** Whether the reader is shown the rules of the gate. */
  isTold: boolean
}

/** Who receives the visit; the way to the request for those between whom it is. */
export async function VisitHostLine({ activity, open, isRunBy, isMoved, isTold }: Props) {
  const t = await getTranslations('hosts')
  const name = open?.enterprise.name ?? activity.visitHosts[0]?.enterprise.name
  if (!name && !isRunBy) return null
  const isPublished = activity.state === 'PUBLISHED'
  const ask = isRunBy && (
    <a href={`/portal/activities/${activity.id}/host`} className="link text-sm">
      {t('request.manage')}
      <span aria-hidden> →</span>
    </a>
  )
  return (
    <Section title={t('host')} actions={ask}>
      {isRunBy && isPublished && isMoved && (
        <Banner tone="warning">{open ? t('request.moved') : t('request.lost')}</Banner>
      )}
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <span className={name ? 'font-bold' : 'text-muted'}>{name ?? t('none')}</span>
        {open && <Badge tone={hostTones[open.state]}>{t(`state.${open.state}`)}</Badge>}
        {open && (
          <a href={`/portal/hosts/${open.id}`} className="link">
            {t('request.open')}
          </a>
        )}
      </p>
      {!isTold && !open && name && <p className="text-sm text-muted">{t('rule.afterPlace')}</p>}
    </Section>
  )
}
