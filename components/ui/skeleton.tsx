/** Grey lines where something is on its way; said to a screen reader once. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="flex flex-col gap-2 p-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden className="h-4 animate-pulse rounded bg-sunken odd:w-3/4" />
      ))}
    </div>
  )
}
