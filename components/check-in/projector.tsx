import { getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import type { Projected } from '@/lib/attendance/projector-queries'
import { Renewal } from '@/components/layout/renewal'

/** What the hall sees: a code to scan, the same to type, and how many are here. */
export async function Projector({ projected }: { projected: Projected }) {
  const t = await getTranslations('checkIn.projector')
  return (
    <div className="flex flex-col items-center gap-6 rounded-md border bg-surface p-6 text-center">
      <p className="text-lg">{t('scan')}</p>
      <div
        role="img"
        aria-label={t('qr')}
        className="w-full max-w-md bg-[#fff] p-4 [&_svg]:h-auto [&_svg]:w-full"
        dangerouslySetInnerHTML={{ __html: renderSVG(projected.address, { border: 2 }) }}
      />
      <p className="text-muted">{t('type')}</p>
      <p className="font-mono text-5xl font-bold tracking-[0.2em]">{projected.typed}</p>
      <p className="text-lg" aria-live="polite">
        {t('present', { count: projected.present })}
      </p>
      <Renewal milliseconds={projected.millisecondsLeft} of={projected.typed} />
    </div>
  )
}
