'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { saveView } from '@/lib/views/actions'
import { columnsParam, lists, nameLengthMax, viewHref, type ListKey } from '@/lib/views/rules'

/** What is looked at now: the address, and the columns as this browser remembers them. */
function shownQuery(noun: ListKey): string {
  const params = new URLSearchParams(window.location.search)
  const cookie = `columns-${lists[noun].table}=`
  const remembered = document.cookie.split('; ').find((part) => part.startsWith(cookie))
  if (!params.has(columnsParam) && remembered !== undefined)
    params.set(columnsParam, remembered.slice(cookie.length) || '-')
  return params.toString()
}

export function SaveViewForm({ noun, mayShare }: { noun: ListKey; mayShare: boolean }) {
  const t = useTranslations('views')
  const form = useActionForm({
    action: saveView,
    defaults: { name: '', isShared: false },
    toInput: (values) => ({ noun, ...values, query: shownQuery(noun) }),
    say: t('saved'),
    goTo: ({ query }) => viewHref(noun, query),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="name" label={t('name')} hint={t('saveHint')} maxLength={nameLengthMax} />
      {mayShare && <Field name="isShared" type="checkbox" label={t('share')} hint={t('shareHint')} />}
    </Form>
  )
}
