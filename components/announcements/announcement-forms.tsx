'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { ConflictTable } from '@/components/alliances/conflict-table'
import { ChoicesField, type Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { draftAnnouncement, reviseAnnouncement } from '@/lib/announcements/actions'
import { titleLengthMax } from '@/lib/announcements/rules'
import type { AnnouncementAudience } from '@/lib/core/prisma/enums'

export type AnnouncementValues = {
  title: string
  body: string
  audience: AnnouncementAudience
  jurisdictionIds: string[]
  allianceIds: string[]
  pinnedUntil: string | null
}

/** Whom the author may address: one audience alone is not asked for. */
export type AudienceChoices = { audiences: AnnouncementAudience[]; jurisdictions: Choice[]; alliances: Choice[] }

type Props = { choices: AudienceChoices; defaults: AnnouncementValues; backHref: string }

const pageOf = (id: string) => `/portal/announcements/${id}`

export function DraftAnnouncementForm({ choices, defaults, backHref }: Props) {
  const [t, common] = [useTranslations('announcements.form'), useTranslations('common')]
  const form = useActionForm({
    action: draftAnnouncement,
    defaults,
    toInput: (values: AnnouncementValues) => values,
    say: t('drafted'),
    goTo: ({ id }) => pageOf(id),
  })
  return (
    <Form form={form} submitLabel={t('saveDraft')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      <Fields choices={choices} />
    </Form>
  )
}

type EditProps = Props & { id: string; version: number; /** Published: whom it is for stands fast. */ isFixed: boolean }

/** When somebody else saved meanwhile, both versions stand beside each other and the next press names the newer one. */
export function EditAnnouncementForm({ id, version, isFixed, choices, defaults, backHref }: EditProps) {
  const [t, common] = [useTranslations('announcements.form'), useTranslations('common')]
  const [known, setKnown] = useState(version)
  const form = useActionForm({
    action: reviseAnnouncement,
    defaults,
    toInput: (values: AnnouncementValues) => ({ id, version: known, ...values }),
    say: t('saved'),
    goTo: () => pageOf(id),
  })
  const conflict = form.problem?.code === 'ANNOUNCEMENT_CHANGED' ? form.problem.params : null
  const yours = form.methods.getValues()
  const newer = () => setKnown(Number(conflict?.['version']))
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      {conflict && (
        <ConflictTable
          changedBy={String(conflict['changedBy'] ?? '')}
          lines={[
            { label: t('title'), theirs: String(conflict['title']), yours: yours.title },
            { label: t('body'), theirs: String(conflict['body']), yours: yours.body },
          ]}
          isSettled={known === conflict['version']}
          onTakeTheirs={() => {
            form.methods.reset({ ...yours, title: String(conflict['title']), body: String(conflict['body']) })
            newer()
          }}
          onKeepOwn={newer}
        />
      )}
      <Fields choices={choices} isFixed={isFixed} />
    </Form>
  )
}

function Fields({ choices, isFixed = false }: { choices: AudienceChoices; isFixed?: boolean }) {
  const t = useTranslations('announcements.form')
  return (
    <>
      <Field name="title" label={t('title')} maxLength={titleLengthMax} />
      <Field name="body" type="textarea" rows={10} label={t('body')} hint={t('bodyHint')} />
      {isFixed ? <p className="text-muted">{t('audienceFixed')}</p> : <AudienceFields {...choices} />}
      <Field name="pinnedUntil" type="date" label={t('pinnedUntil')} hint={t('pinnedUntilHint')} isOptional />
    </>
  )
}

function AudienceFields({ audiences, jurisdictions, alliances }: AudienceChoices) {
  const [t, names] = [useTranslations('announcements.form'), useTranslations('announcements.audience')]
  const audience: unknown = useWatch({ name: 'audience' })
  const options = audiences.map((value) => ({ value, label: names(value) }))
  return (
    <>
      {options.length > 1 && (
        <Field name="audience" type="radio" label={t('audience')} hint={t('audienceHint')} options={options} />
      )}
      {audience === 'JURISDICTIONS' && jurisdictions.length > 1 && (
        <ChoicesField
          name="jurisdictionIds"
          kind="checkbox"
          label={t('jurisdictions')}
          options={jurisdictions}
          isInline
        />
      )}
      {audience === 'ALLIANCES' && alliances.length > 1 && (
        <ChoicesField name="allianceIds" kind="checkbox" label={t('alliances')} options={alliances} isInline />
      )}
    </>
  )
}
