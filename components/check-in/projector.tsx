import { getTranslations } from 'next-intl/server'
import { renderSVG } from 'uqr'
import type { Projected } from '@/lib/attendance/projector-queries'
import { Banner } from '@/components/layout/banner'
import { Renewal } from '@/components/layout/renewal'
import { ButtonLink } from '@/components/ui/button'
import { Words } from '@/components/layout/words'
import type { Board as BoardFacts } from '@/lib/attendance/board-rules'
import { formatTime } from '@/lib/text/format'
import { Board } from './board'
import { FullScreenButton } from './full-screen'

type Props = { projected: Projected; board: BoardFacts | null; path: string }

/** What the hall sees: a code to scan, the same to type, and who is here. Whole on a screen without scrolling. */
export async function Projector({ projected, board, path }: Props) {
  const [t, door] = await Promise.all([getTranslations('checkIn.projector'), getTranslations('attendance.door')])
  const { standing } = projected
  if (standing === 'OVER' || standing === 'NOT_HELD')
    return <Banner tone="warning">{door(`closed.${standing}`)}</Banner>
  return (
    <div
      id="projector"
      className="flex flex-col gap-x-12 gap-y-6 rounded-md border bg-surface p-6 lg:flex-row lg:items-start [&:fullscreen]:p-10"
    >
      <div className="flex min-w-0 flex-col items-center gap-3 text-center lg:w-5/12">
        <div
          role="img"
          aria-label={t('qr')}
          className="w-full max-w-[min(30rem,calc(100dvh-22rem))] min-w-64 bg-[#fff] p-2 [&_svg]:h-auto [&_svg]:w-full"
          dangerouslySetInnerHTML={{ __html: renderSVG(projected.address, { border: 4 }) }}
        />
        <p className="max-w-md text-lg text-muted">{projected.title}</p>
        <p className="text-2xl font-bold">{t(`scan.${projected.purpose}`)}</p>
        {projected.purpose === 'SPOT_CHECK' && projected.spotEndsAt && (
          <p className="text-lg">{t('until', { time: formatTime(projected.spotEndsAt) })}</p>
        )}
        {standing === 'NOT_YET' && <p className="text-warning">{door('closed.NOT_YET')}</p>}
        <p className="text-muted">{t('type')}</p>
        <p className="font-mono text-5xl font-bold tracking-[0.2em] xl:text-6xl">{projected.typed}</p>
        {projected.purposes.length > 1 && <Codes projected={projected} path={path} />}
        <FullScreenButton of="projector" label={t('fullScreen')} leaveLabel={t('leaveFullScreen')} />
      </div>
      {board && (
        <Words of={['checkIn']}>
          <Board activityId={projected.id} board={board} />
        </Words>
      )}
      <Renewal milliseconds={projected.millisecondsLeft} of={projected.typed} />
    </div>
  )
}

/** Which of the codes the screen shows: of coming, of leaving, of the spot check that goes on. */
async function Codes({ projected, path }: { projected: Projected; path: string }) {
  const t = await getTranslations('checkIn.projector')
  return (
    <nav aria-label={t('codes')} className="flex flex-wrap justify-center gap-2">
      {projected.purposes.map((purpose) => (
        <ButtonLink
          key={purpose}
          href={`${path}?code=${purpose}`}
          size="small"
          aria-current={purpose === projected.purpose ? 'page' : undefined}
          variant={purpose === projected.purpose ? 'primary' : 'secondary'}
        >
          {t(`code.${purpose}`)}
        </ButtonLink>
      ))}
    </nav>
  )
}
