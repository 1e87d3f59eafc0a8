import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { ImportDetail } from '@/lib/imports/queries'
import { fields } from '@/lib/imports/schema'
import { CancelImportButton, ConfirmImportForm } from './confirm-form'
import { RemapImportForm } from './remap-form'

type Props = { found: ImportDetail; memberships: { named: number; missing: number }; today: string }

/** What the officer decides: bring it in, read the columns otherwise, or leave it. */
export async function ImportDecision({ found, memberships, today }: Props) {
  const t = await getTranslations('imports.page')
  const isOpen = found.state !== 'DONE' && found.state !== 'CANCELLED'
  if (!isOpen) return null
  const mayRemap = (found.state === 'CHECKED' || found.state === 'FAILED') && found.sample !== null
  const hasNews = found.newRows + found.changedRows > 0 || memberships.missing > 0
  return (
    <Words of={['imports']}>
      {found.state === 'CHECKED' && (
        <Section title={t('confirmTitle')}>
          {hasNews ? (
            <ConfirmImportForm
              id={found.id}
              rows={found.newRows + found.changedRows}
              missing={memberships.missing}
              today={today}
            />
          ) : (
            <p>{t('nothingToDo')}</p>
          )}
        </Section>
      )}
      {mayRemap && found.sample && (
        <details className="text-sm">
          <summary className="link inline-flex min-h-6 items-center">{t('remap')} ▾</summary>
          <div className="pt-3">
            <RemapImportForm id={found.id} sample={found.sample} mapping={found.mapping} fields={fields} />
          </div>
        </details>
      )}
      <div>
        <CancelImportButton id={found.id} />
      </div>
    </Words>
  )
}
