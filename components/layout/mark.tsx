/** Nine squares: the nine alliances. */
export function Mark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden className={className} fill="currentColor">
      {[0, 7, 14].flatMap((y) =>
        [0, 7, 14].map((x) => <rect key={`${x}-${y}`} x={x} y={y} width="6" height="6" rx="1" />),
      )}
    </svg>
  )
}
