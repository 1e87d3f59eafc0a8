import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { HandOverLink } from '@/components/handovers/hand-over-link'
import { Table, Th } from '@/components/ui/table'
import { formatDays } from '@/lib/text/format'
import type { UserDetail } from '@/lib/users/queries'

type Props = {
  userId: string
  mandates: UserDetail['mandates']
  /** Ids of the enterprises that the viewer may open. */
  openable: ReadonlySet<string>
  /** Ids of the enterprises that the person may be made to leave. */
  leavable: string[]
}

export async function MandateTable({ userId, mandates, openable, leavable }: Props) {
  const [t, enterprises, locale] = await Promise.all([
    getTranslations('users'),
    getTranslations('enterprises'),
    getLocale(),
  ])
  return (
    <Table label={t('detail.mandates')}>
      <thead>
        <tr>
          <Th>{t('role.ENTERPRISE')}</Th>
          <Th>{t('field.role')}</Th>
          <Th>{t('field.period')}</Th>
        </tr>
      </thead>
      <tbody>
        {mandates.map((mandate) => (
          <tr key={mandate.id}>
            <td>
              {openable.has(mandate.enterpriseId) ? (
                <Link href={`/portal/enterprises/${mandate.enterpriseId}`} prefetch={false} className="link">
                  {mandate.enterprise}
                </Link>
              ) : (
                mandate.enterprise
              )}{' '}
              {leavable.includes(mandate.enterpriseId) && (
                <HandOverLink userId={userId} office={`ENTERPRISE:${mandate.enterpriseId}`} />
              )}
            </td>
            <td>{enterprises(`mandateKind.${mandate.kind}`)}</td>
            <td>{formatDays(locale, mandate.validFrom, mandate.validTo)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
