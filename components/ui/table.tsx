import { type ComponentProps } from 'react'

/**
 * A small table drawn on the server, for a handful of rows. Lists with paging use DataTable.
 * `.ledger` in globals.css gives both their rows and hairlines.
 */
export function Table({ label, children }: { label: string; children: ComponentProps<'table'>['children'] }) {
  return (
    <div className="ledger-frame print-whole" role="region" aria-label={label} tabIndex={0}>
      <table className="ledger">{children}</table>
    </div>
  )
}

export const Th = ({ className, ...rest }: ComponentProps<'th'>) => <th scope="col" {...rest} className={className} />

export const NumberTh = (props: ComponentProps<'th'>) => <th scope="col" {...props} className="n" />

export const NumberTd = (props: ComponentProps<'td'>) => <td {...props} className="n" />
