import { type ComponentProps } from 'react'

/**
 * A small table drawn on the server, for a handful of rows. Lists with paging use DataTable.
 * `.ledger` in globals.css gives both their rows and hairlines.
 */
export function Table({
  label,
  isCards,
  children,
}: {
  label: string
  /** On a phone each row stands as a card; cells that say nothing without their column's name are `LabelledTd`. */
  isCards?: boolean
  children: ComponentProps<'table'>['children']
}) {
  return (
    <div className="ledger-frame print-whole" role="region" aria-label={label} tabIndex={0}>
      <table className={isCards ? 'ledger ledger-cards' : 'ledger'}>{children}</table>
    </div>
  )
}

/** The names of the columns, where they are nothing but words. */
export const Heads = ({ heads }: { heads: readonly string[] }) => (
  <thead>
    <tr>
      {heads.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
    </tr>
  </thead>
)

export const LabelledTd = ({ label, children, ...rest }: ComponentProps<'td'> & { label: string }) => (
  <td {...rest}>
    <span className="k">{label}</span>
    {children}
  </td>
)

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => <th scope="col" {...rest} className={className} />

export const NumberTh = (props: ComponentProps<'th'>) => <th scope="col" {...props} className="n" />

export const NumberTd = (props: ComponentProps<'td'>) => <td {...props} className="n" />
