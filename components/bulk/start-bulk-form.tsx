'use client'

import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { startBulk } from '@/lib/bulk/actions'
import type { Change, Selection } from '@/lib/bulk/schema'

type Props = { selection: Selection; change: Change; confirmed: number; taskKey: string; submitLabel: string }

/** Asks for it, and goes where it can be watched. */
export function StartBulkForm({ selection, change, confirmed, taskKey, submitLabel }: Props) {
  const form = useActionForm({
    action: startBulk,
    defaults: {},
    toInput: () => ({ selection, change, confirmed, key: taskKey }),
    goTo: ({ id }) => `/portal/tasks/${id}`,
  })
  return (
    <Form form={form} submitLabel={submitLabel}>
      {null}
    </Form>
  )
}
