import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Renewal } from '@/components/layout/renewal'
import { StatTile } from '@/components/list/stat-tile'
import { ButtonLink } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { ImportVerdict } from '@/lib/core/prisma/enums'
import type { ImportDetail } from '@/lib/imports/queries'
import { formatNumber } from '@/lib/text/format'

type Props = { found: ImportDetail; path: string; verdict: ImportVerdict }

const secondMilliseconds = 1_000

/** Where an import stands: what the worker does, what it has found, what came of it. */
export async function ImportCourse({ found, path, verdict }: Props) {
  const [t, refusals] = await Promise.all([getTranslations('imports.page'), getTranslations('refusals')])
  const isWorking = found.state === 'UPLOADED' || found.state === 'CHECKING' || found.state === 'CONFIRMING'
  const problem = found.problem && (refusals.has(found.problem) ? found.problem : 'UNEXPECTED')
  return (
    <>
      {isWorking && <Working found={found} />}
      {problem && <Banner tone="danger">{refusals(problem, found.problemParams)}</Banner>}
      {found.state === 'DONE' && (
        <Banner tone="success">
          {found.newRows + found.changedRows === 0
            ? t('nothingChanged')
            : t('done', {
                created: formatNumber(found.newRows),
                changed: formatNumber(found.changedRows),
                memberships: formatNumber(found.addedMemberships),
              })}
        </Banner>
      )}
      {found.checkedAt && <Figures found={found} path={path} current={verdict} />}
      {found.checkedAt && found.wrongRows > 0 && <ErrorFile found={found} />}
    </>
  )
}

/** The marked workbook, or that it is being made: it comes a moment after the preview. */
async function ErrorFile({ found }: { found: ImportDetail }) {
  const t = await getTranslations('imports.page')
  if (found.errorFileId)
    return (
      <div>
        <ButtonLink href={`/api/enterprises/imports/${found.id}/errors.xlsx`} isDownload>
          {t('errorFile')}
        </ButtonLink>
      </div>
    )
  if (found.errorFileRemovedAt) return <p className="text-sm text-muted">{t('errorFileRemoved')}</p>
  const isToCome = found.state === 'CHECKED' || found.state === 'CONFIRMING' || found.state === 'DONE'
  if (!isToCome) return null
  return (
    <p className="text-sm text-muted" role="status">
      {t('errorFileToCome')}
      <Renewal milliseconds={secondMilliseconds} of={found.state} />
    </p>
  )
}

async function Working({ found }: { found: ImportDetail }) {
  const t = await getTranslations('imports.page')
  const count = t('handled', { handled: formatNumber(found.handledRows), total: formatNumber(found.totalRows) })
  return (
    <div className="flex max-w-2xl flex-col gap-2 rounded-md border bg-surface p-4" role="status">
      <p className="font-bold">{t(found.state === 'CONFIRMING' ? 'confirming' : 'checking')}</p>
      <Progress value={found.handledRows} max={found.totalRows} label={count} />
      <p className="text-sm text-muted">
        {count} · {t('mayLeave')}
      </p>
      <Renewal milliseconds={secondMilliseconds} of={`${found.state} ${found.step} ${found.handledRows}`} />
    </div>
  )
}

async function Figures({ found, path, current }: { found: ImportDetail; path: string; current: ImportVerdict }) {
  const t = await getTranslations('imports')
  const figures = [
    ['NEW', found.newRows],
    ['CHANGED', found.changedRows],
    ['UNCHANGED', found.unchangedRows],
    ['WRONG', found.wrongRows],
  ] as const
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(([verdict, count]) => (
        <StatTile
          key={verdict}
          label={t(`verdict.${verdict}`)}
          value={formatNumber(count)}
          href={`${path}?verdict=${verdict}`}
          tone={verdict === 'WRONG' && count > 0 ? 'warning' : 'plain'}
          {...(verdict === current && { note: t('page.shownBelow') })}
        />
      ))}
    </div>
  )
}
