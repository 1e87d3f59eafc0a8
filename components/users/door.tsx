import { type ReactNode } from 'react'

/** The narrow column of everything that stands before the portal: signing in, activation, a new password. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6 py-4 sm:py-10">
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{title}</h1>
        {lead && <div className="text-muted">{lead}</div>}
      </div>
      {children}
    </div>
  )
}
