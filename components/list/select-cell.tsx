'use client'

import { type ChangeEvent } from 'react'
import { type Selectable } from './columns'

/** A box that ticks one row; it belongs to a form elsewhere on the page and needs no script. */
export const SelectCell = ({ selection, id, title }: { selection: Selectable; id: string; title: string }) => (
  <td className="s">
    <input
      type="checkbox"
      name="id"
      value={id}
      form={selection.form}
      aria-label={selection.label.replace('{name}', title)}
    />
  </td>
)

/** Ticks the page, or none of it. */
export function SelectPageCell({ selection }: { selection: Selectable }) {
  const tickAll = (event: ChangeEvent<HTMLInputElement>) => {
    const boxes = event.target.closest('table')?.querySelectorAll<HTMLInputElement>('tbody .s input') ?? []
    for (const box of boxes) box.checked = event.target.checked
  }
  return (
    <th scope="col" className="s">
      <input type="checkbox" aria-label={selection.pageLabel} onChange={tickAll} />
    </th>
  )
}
