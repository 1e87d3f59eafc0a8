import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import type { ListedActivity } from '@/lib/attendance/list-queries'
import type { AttendanceLine } from '@/lib/attendance/list-rules'
import { formatInstant, formatRange, formatTime } from '@/lib/text/format'

type Props = { activity: ListedActivity; lines: AttendanceLine[]; at: Date }

const blankLines = 10

/** The sheet of paper at the door, for when there is no network: who is registered, and room to sign. */
export async function SignInSheet({ activity, lines, at }: Props) {
  const [t, papers, list, common, locale] = await Promise.all([
    getTranslations('attendance.sheet'),
    getTranslations('papers'),
    getTranslations('attendance.list'),
    getTranslations('common'),
    getLocale(),
  ])
  const path = `/portal/activities/${activity.id}`
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t('title')}
          crumbs={[
            { href: path, label: activity.title },
            { href: `${path}/check-in`, label: list('title') },
          ]}
          note={t('held')}
          actions={
            <>
              <ButtonLink href={`/api/activities/${activity.id}/sign-in.docx`} isDownload>
                {papers('download')}
              </ButtonLink>
              <PrintButton label={common('print')} />
            </>
          }
        />
      </div>
      <article className="max-w-[210mm] rounded-md border bg-surface p-6 print:max-w-none print:border-0 print:p-0">
        <h2 className="text-center text-xl">{`${activity.title} ${t('title')}`}</h2>
        <p className="mt-2 flex flex-wrap justify-center gap-x-6">
          <span>{formatRange(locale, activity.startsAt, activity.endsAt)}</span>
          {activity.place && <span>{activity.place}</span>}
          <span>
            {t('host', { alliance: locale === 'en' ? activity.hostAlliance.nameEn : activity.hostAlliance.name })}
          </span>
        </p>
        <SheetTable lines={lines} />
        <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-xs text-muted">
          <span>{t('blank')}</span>
          <span className="hidden print:inline">{common('printed', { at: formatInstant(locale, at) })}</span>
        </p>
      </article>
    </>
  )
}

const cell = 'h-9 border border-input px-2 py-1 text-left align-middle'

async function SheetTable({ lines }: { lines: AttendanceLine[] }) {
  const t = await getTranslations('attendance')
  return (
    <div className="mt-4 overflow-x-auto print:overflow-visible">
      <table className="w-full min-w-[36rem] border-collapse text-sm print:min-w-0">
        <thead>
          <tr>
            <th scope="col" className={`${cell} w-12 text-center whitespace-nowrap`}>
              {t('sheet.number')}
            </th>
            <th scope="col" className={cell}>
              {t('list.enterprise')}
            </th>
            <th scope="col" className={`${cell} w-24`}>
              {t('list.person')}
            </th>
            <th scope="col" className={`${cell} w-28`}>
              {t('list.mandate')}
            </th>
            <th scope="col" className={`${cell} w-44`}>
              {t('sheet.signature')}
            </th>
            <th scope="col" className={`${cell} w-24`}>
              {t('sheet.remark')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <td className={`${cell} text-center`}>{index + 1}</td>
              <td className={cell}>{line.enterprise}</td>
              <td className={cell}>{line.person}</td>
              <td className={cell}>{line.person && t(`mandate.${line.mandateKind ?? 'NONE'}`)}</td>
              <td className={cell}>{line.checkedInAt && t('door.at', { time: formatTime(line.checkedInAt) })}</td>
              <td className={cell} />
            </tr>
          ))}
          {Array.from({ length: blankLines }, (_, index) => (
            <tr key={index}>
              <td className={`${cell} text-center`}>{lines.length + index + 1}</td>
              {Array.from({ length: 5 }, (__, column) => (
                <td key={column} className={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
