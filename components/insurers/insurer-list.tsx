import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { ButtonLink } from '@/components/ui/button'
import type { ListedInsurer } from '@/lib/organizations/insurer-queries'

type Props = { insurers: ListedInsurer[]; mayAdd: boolean }

export async function InsurerList({ insurers, mayAdd }: Props) {
  const t = await getTranslations('organizations.insurers')
  const add = mayAdd && (
    <ButtonLink href="/portal/insurers/new" variant="primary">
      {t('add')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={insurers.length > 0 && add} />
      {insurers.length === 0 ? (
        <EmptyState kind="nothing" title={t('empty')} text={mayAdd ? t('emptyText') : t('emptyOfficer')} action={add} />
      ) : (
        <InsurerTable insurers={insurers} />
      )}
    </>
  )
}

async function InsurerTable({ insurers }: { insurers: ListedInsurer[] }) {
  const t = await getTranslations('organizations.insurers')
  const columns: Column[] = [
    { key: 'name', label: t('name'), kind: 'link', href: '/portal/insurers/{id}', isTitle: true },
    { key: 'shortName', label: t('shortName') },
    { key: 'people', label: t('people'), kind: 'number', isNamed: true },
    { key: 'alliances', label: t('alliances'), kind: 'alliances' },
  ]
  const rows = insurers.map(({ id, name, shortName, people, alliances }): Row => [
    id,
    name,
    shortName,
    people,
    alliances.map((alliance) => alliance.id),
  ])
  const legend = Object.fromEntries(insurers.flatMap(({ alliances }) => alliances).map((row) => [row.id, row]))
  return <DataTable id="insurers" label={t('title')} columns={columns} rows={rows} alliances={legend} />
}
