'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { chooseDefaultView, removeView, renameView, restoreView, shareView } from '@/lib/views/actions'
import { nameLengthMax, viewHref, type ListKey } from '@/lib/views/rules'

type View = { id: string; name: string; isOwn: boolean; isDefault: boolean; sharedWith: string | null }

type Props = { noun: ListKey; view: View; mayShare: boolean; mayRemove: boolean }

/** Default, sharing, name, and taking it away. */
export function ManageView({ noun, view, mayShare, mayRemove }: Props) {
  const t = useTranslations('views')
  const isShared = view.sharedWith !== null
  return (
    <>
      {view.isOwn && <RenameViewForm id={view.id} name={view.name} />}
      <ActionButton
        action={chooseDefaultView}
        input={{ noun, viewId: view.isDefault ? null : view.id }}
        label={view.isDefault ? t('noDefault') : t('makeDefault')}
        size="small"
        say={view.isDefault ? t('defaultGone') : t('defaultMade')}
      />
      {mayShare && (
        <ActionButton
          action={shareView}
          input={{ id: view.id, isShared: !isShared }}
          label={isShared ? t('stopSharing') : t('startSharing')}
          size="small"
          say={isShared ? t('notSharing') : t('sharing')}
        />
      )}
      {mayRemove && (
        <ActionButton
          action={removeView}
          input={{ id: view.id }}
          label={t('remove')}
          size="small"
          variant="quiet"
          say={t('removed')}
          undo={{ action: restoreView, input: { id: view.id } }}
          goTo={viewHref(noun, '')}
        />
      )}
    </>
  )
}

function RenameViewForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations('views')
  const form = useActionForm({
    action: renameView,
    defaults: { name },
    toInput: (values: { name: string }) => ({ id, ...values }),
    say: t('renamed'),
  })
  return (
    <Form form={form} submitLabel={t('rename')} submitVariant="secondary">
      <Field name="name" label={t('name')} maxLength={nameLengthMax} />
    </Form>
  )
}
