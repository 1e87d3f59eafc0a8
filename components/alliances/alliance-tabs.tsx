'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { Tabs } from '@/components/list/tabs'

/** The parts of an alliance; which one is open follows from the address, so that the layout need not know it. */
export function AllianceTabs({
  path,
  label,
  names,
}: {
  path: string
  label: string
  names: { key: string; label: string }[]
}) {
  const segment = useSelectedLayoutSegment() ?? 'overview'
  const tabs = names.map(({ key, label: name }) => ({
    href: key === 'overview' ? path : `${path}/${key}`,
    label: name,
    isCurrent: key === segment,
  }))
  return <Tabs label={label} tabs={tabs} />
}
