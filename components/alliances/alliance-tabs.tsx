'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { useEffect, useRef } from 'react'
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
  const below = useSelectedLayoutSegment()
  // The settings of a year are a part of the overview.
  const segment = below === null || below === 'year' ? 'overview' : below
  const frame = useRef<HTMLDivElement>(null)

  // On a phone the open tab may lie beyond the edge.
  useEffect(() => {
    frame.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [segment])

  const tabs = names.map(({ key, label: name }) => ({
    href: key === 'overview' ? path : `${path}/${key}`,
    label: name,
    isCurrent: key === segment,
  }))
  return (
    <div ref={frame}>
      <Tabs label={label} tabs={tabs} />
    </div>
  )
}
