import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import { formatDays } from '@/lib/text/format'
import type { UserDetail } from '@/lib/users/queries'
import { fromOffice } from '@/lib/users/schema'
import { HandOverLink } from '@/components/handovers/hand-over-link'
import { EndAppointmentButton } from './user-actions'

type Props = { userId: string; appointments: UserDetail['appointments']; endable: string[]; today: string }

export async function AppointmentTable({ userId, appointments, endable, today }: Props) {
  const [t, common, locale] = await Promise.all([getTranslations('users'), getTranslations('common'), getLocale()])
  if (appointments.length === 0) return <p className="text-muted">{t('detail.noAppointments')}</p>
  return (
    <Table label={t('detail.appointments')}>
      <thead>
        <tr>
          <Th>{t('field.office')}</Th>
          <Th>{t('field.role')}</Th>
          <Th>{t('field.isAdministrator')}</Th>
          <Th>{t('field.period')}</Th>
          <Th>{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {appointments.map((appointment) => {
          const office = appointment.officeName ?? t('municipalBureau')
          return (
            <tr key={appointment.id}>
              <td>{office}</td>
              <td>{t(`role.${appointment.office.role}`)}</td>
              <td>{appointment.isAdministrator ? common('yes') : common('no')}</td>
              <td>
                {formatDays(locale, appointment.startsOn, appointment.endsOn)}{' '}
                {appointment.hasEnded && <Badge>{t('detail.hasEnded')}</Badge>}
                {appointment.startsOn > today && <Badge tone="primary">{t('detail.upcoming')}</Badge>}
              </td>
              <td>
                {endable.includes(appointment.id) && (
                  <span className="flex flex-wrap items-center gap-x-3">
                    <HandOverLink userId={userId} office={fromOffice(appointment.office)} />
                    <EndAppointmentButton appointmentId={appointment.id} office={office} today={today} />
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
