import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { buttonClass } from '@/components/ui/button'

/** A form that sends one file, with and without script. */
export async function UploadForm({ problem, limitMegabytes }: { problem: string | null; limitMegabytes: number }) {
  const [t, refusals] = await Promise.all([getTranslations('imports.page'), getTranslations('refusals')])
  const known = problem !== null && refusals.has(problem) ? problem : 'UNEXPECTED'
  return (
    <form
      method="post"
      action="/api/enterprises/imports"
      encType="multipart/form-data"
      className="flex max-w-2xl flex-col gap-3 rounded-md border bg-surface p-4"
    >
      {problem !== null && (
        <div role="alert">
          <Banner tone="danger">{refusals(known, { limitMegabytes })}</Banner>
        </div>
      )}
      <label className="flex flex-col gap-1 font-bold">
        {t('file')}
        <span className="text-sm font-normal text-muted">{t('fileHint', { limitMegabytes })}</span>
        <input type="file" name="file" accept=".xlsx" required className="max-w-full py-2 text-sm font-normal" />
      </label>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('primary')}>
          {t('upload')}
        </button>
        <a href="/api/enterprises/template.xlsx" download className={buttonClass('secondary')}>
          {t('template')}
        </a>
      </div>
    </form>
  )
}
