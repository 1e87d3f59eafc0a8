import { getTranslations } from 'next-intl/server'
import type { Column, Row } from '@/components/list/columns'
import type { MembershipMove } from '@/lib/alliances/standing-queries'

type Moves = { joined: MembershipMove[]; left: MembershipMove[] }

/** Reasons are the bureaus' and the insurer's; members see who came and went. */
export async function moveColumns(seesFacts: boolean): Promise<Column[]> {
  const t = await getTranslations('alliances.history')
  const columns: Column[] = [
    { key: 'name', label: t('name'), isTitle: true },
    {
      key: 'move',
      label: t('move'),
      kind: 'badge',
      labels: { joined: t('joined'), left: t('left') },
      tones: { joined: 'success', left: 'neutral' },
    },
    { key: 'on', label: t('on'), kind: 'day' },
  ]
  return seesFacts ? [...columns, { key: 'reason', label: t('reason'), isLong: true }] : columns
}

export function moveRows({ joined, left }: Moves, seesFacts: boolean): Row[] {
  const all = [
    ...joined.map((move) => ({ ...move, direction: 'joined' })),
    ...left.map((move) => ({ ...move, direction: 'left' })),
  ].toSorted((a, b) => b.on.localeCompare(a.on) || a.name.localeCompare(b.name))
  return all.map(({ id, name, direction, on, reason }): Row => [
    `${id}-${direction}`,
    name,
    direction,
    on,
    ...(seesFacts ? [reason] : []),
  ])
}
