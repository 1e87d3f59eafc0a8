import { type ReactNode } from 'react'

export type HeatCell = { key: string; value: number | null; text: string; href: string; label: string }

export type HeatRow = { key: string; head: ReactNode; cells: HeatCell[] }

// Written out, because the style sheet is made from what stands in the sources.
const steps = [
  'bg-heat-0 text-muted',
  'bg-heat-1 text-heat-ink-low',
  'bg-heat-2 text-heat-ink-low',
  'bg-heat-3 text-heat-ink-low',
  'bg-heat-4 text-heat-ink-high',
  'bg-heat-5 text-heat-ink-high',
]

export const heatStepClass = (step: number): string => steps[step] ?? ''

/** The step of a value between 0 and the most: 0 stays empty, the rest fall into five. */
export const heatStep = (value: number | null, most: number): number =>
  !value || most <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((value / most) * 5)))

type Props = {
  label: string
  corner: string
  heads: { key: string; label: ReactNode }[]
  rows: HeatRow[]
  most: number
}

/** Figures on a grid whose colour helps the eye; each stands in its cell as text and leads to its list. */
export function HeatGrid({ label, corner, heads, rows, most }: Props) {
  return (
    <div className="ledger-frame print-whole" role="region" aria-label={label} tabIndex={0}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {heads.map((head) => (
              <th key={head.key} scope="col">
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell) => (
                <td key={cell.key} className={heatStepClass(heatStep(cell.value, most))}>
                  <a href={cell.href} aria-label={cell.label}>
                    {cell.text}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
