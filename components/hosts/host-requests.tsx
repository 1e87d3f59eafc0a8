import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Badge, type Tone } from '@/components/ui/badge'
import type { VisitHostRow } from '@/lib/hosts/queries'
import { formatInstant } from '@/lib/text/format'

export const hostTones = {
  ASKED: 'warning',
  AGREED: 'success',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
} as const satisfies Record<VisitHostRow['state'], Tone>

type Props = { hosts: VisitHostRow[]; startsAt: Date }

/** Whom the organiser has asked, the latest first, with what each answered. */
export async function HostRequests({ hosts, startsAt }: Props) {
  const [t, locale] = await Promise.all([getTranslations('hosts'), getLocale()])
  if (hosts.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  const isMoved = hosts.some(
    ({ state, agreedStartsAt }) => state === 'AGREED' && agreedStartsAt?.getTime() !== startsAt.getTime(),
  )
  return (
    <>
      {isMoved && <Banner tone="warning">{t('request.moved')}</Banner>}
      <ul className="max-w-3xl divide-y rounded-md border bg-surface text-sm">
        {hosts.map((host) => (
          <li key={host.id} className="flex flex-col gap-1 px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`/portal/hosts/${host.id}`} className="link font-bold">
                {host.enterprise.name}
              </a>
              <Badge tone={hostTones[host.state]}>{t(`state.${host.state}`)}</Badge>
              {host.visitorsMax !== null && (
                <span>
                  {t('rule.visitorsMax')} {t('rule.people', { count: host.visitorsMax })}
                </span>
              )}
            </p>
            <p className="text-muted">
              {t('request.asked', { name: host.askedBy.name, at: formatInstant(locale, host.askedAt) })}
            </p>
            {host.reason && <p>{`${t('request.reason')}：${host.reason}`}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
