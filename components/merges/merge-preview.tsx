import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Tabs } from '@/components/list/tabs'
import type { MergePreview as Preview } from '@/lib/duplicates/merge-queries'
import { fieldChoices } from './field-choices'
import { MergeForm } from './merge-form'
import { IdentityTable, MovingTable } from './preview-tables'

type Props = {
  /** The pair as the address names it, and what merging it would do. */
  first: { id: string; name: string }
  second: { id: string; name: string }
  preview: Preview
}

/** What merging two entries would do, before it is done. */
export async function MergePreview({ first, second, preview }: Props) {
  const [t, pairs, list, refusal] = await Promise.all([
    getTranslations('merges'),
    getTranslations('duplicates'),
    getTranslations('enterprises.list'),
    getTranslations('refusals'),
  ])
  const { kept, gone, moving, obstacle } = preview
  const pair = `/portal/enterprises/duplicates/${first.id}/${second.id}`
  return (
    <Words of={['merges']}>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: '/portal/enterprises', label: list('title') },
          { href: '/portal/enterprises/duplicates', label: pairs('title') },
          { href: pair, label: pairs('compareTitle') },
        ]}
        note={t('intro')}
      />
      <Tabs
        label={t('keepLabel')}
        tabs={[first, second].map(({ id, name }) => ({
          href: `${pair}/merge?keep=${id}`,
          label: t('keep', { name }),
          isCurrent: id === kept.id,
        }))}
      />
      {obstacle && (
        <Banner tone="warning">
          {refusal(obstacle.code, { alliance: 'alliance' in obstacle ? obstacle.alliance : '' })}
        </Banner>
      )}
      <Section title={t('identity')}>
        <p className="text-muted">{t('identityText')}</p>
        <IdentityTable kept={kept} gone={gone} />
      </Section>
      <Section title={t('moving')}>
        {moving.length === 0 ? <EmptyState kind="nothing" title={t('nothingMoves')} /> : <MovingTable rows={moving} />}
      </Section>
      {!obstacle && <Choosing preview={preview} />}
    </Words>
  )
}

async function Choosing({ preview: { kept, gone } }: { preview: Preview }) {
  const [t, fields] = await Promise.all([getTranslations('merges'), fieldChoices(kept, gone)])
  return (
    <Section title={t('fields')}>
      <p className="text-muted">{t(fields.length > 0 ? 'fieldsText' : 'fieldsAlike')}</p>
      <MergeForm
        key={kept.id}
        keptId={kept.id}
        goneId={gone.id}
        keptVersion={kept.version}
        goneVersion={gone.version}
        fields={fields}
      />
    </Section>
  )
}
