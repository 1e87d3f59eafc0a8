import { GateRulesView } from '@/components/hosts/gate-rules'
import { OwnVisitors } from '@/components/hosts/own-visitors'
import { VisitHostLine } from '@/components/hosts/visit-host-line'
import type { Actor } from '@/lib/access/actor'
import type { ActivityDetail } from '@/lib/activities/queries'
import { hasHost } from '@/lib/activities/rules'
import { now } from '@/lib/core/now'
import { listOwnVisitors } from '@/lib/hosts/gate-queries'
import { canAskHost } from '@/lib/hosts/policy'
import { getGateRules, listVisitHosts, openHostOf } from '@/lib/hosts/queries'
import { asksAnything } from '@/lib/hosts/rules'

/** Who receives a site visit; the rules of its gate and one's own visitors, once a place is confirmed. */
export async function SiteVisit({ actor, activity }: { actor: Actor; activity: ActivityDetail }) {
  if (activity.kind !== 'SITE_VISIT') return null
  const [hosts, rules, visitors] = await Promise.all([
    listVisitHosts(actor, activity.id),
    getGateRules(actor, activity.id),
    listOwnVisitors(actor, activity.id),
  ])
  const isStill = activity.state !== 'CANCELLED' && activity.endsAt > now()
  return (
    <>
      <VisitHostLine
        activity={activity}
        open={openHostOf(hosts)}
        isRunBy={canAskHost(actor, activity)}
        isMoved={!hasHost(activity)}
        isTold={rules !== null}
      />
      {rules && <GateRulesView rules={rules} startsAt={activity.startsAt} />}
      {rules && isStill && asksAnything(rules) && <OwnVisitors rules={rules} visitors={visitors} />}
    </>
  )
}
