/** What an alliance is drawn from: its place in the notice (1 to 9, picks the hue) and its two characters. */
export type AllianceMark = { sortOrder: number; shortName: string }

// Written out, because the style sheet is made from what stands in the sources.
const hues = [
  'bg-muted',
  'bg-alliance-1',
  'bg-alliance-2',
  'bg-alliance-3',
  'bg-alliance-4',
  'bg-alliance-5',
  'bg-alliance-6',
  'bg-alliance-7',
  'bg-alliance-8',
  'bg-alliance-9',
]

export const allianceHue = (sortOrder: number): string => hues[sortOrder] ?? 'bg-muted'

export const allianceBadgeClass = (sortOrder: number): string =>
  `inline-block rounded-sm px-1 text-xs/5 whitespace-nowrap text-[#fff] print:border ${allianceHue(sortOrder)}`

/** The hue never stands alone: the two characters are always in it. */
export function AllianceBadge({ alliance, name }: { alliance: AllianceMark; name?: string }) {
  const mark = <span className={allianceBadgeClass(alliance.sortOrder)}>{alliance.shortName}</span>
  if (!name) return mark
  return (
    <span className="inline-flex items-center gap-1.5">
      {mark}
      <span>{name}</span>
    </span>
  )
}
